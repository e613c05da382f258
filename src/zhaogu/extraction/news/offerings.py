"""Who makes an offering that the article tells of, by all that is told of each company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from typing import Final

from .company import Company
from .gate import is_denied, is_firm, is_no_share, is_other_news

_OFFERED: Final = frozenset({
    "offer_price", "offer_price_low", "offer_price_high", "entry_fee", "board_lot", "public_subscription_multiple",
    "international_subscription_multiple", "shares_offered", "over_allotment_shares_issued", "over_allotment_outcome",
    "valid_applications", "one_lot_success_rate_pct", "cornerstone_count", "cornerstone_amount", "listing_date",
    "first_day_change_pct", "online_subscription_multiple", "issue_pe", "additional_net_proceeds",
    "stabilisation_end_date",
})  # fmt: skip
_OWN: Final = frozenset({
    "public_subscription_multiple", "online_subscription_multiple", "entry_fee", "issue_pe", "placees",
    "shares_offered_public", "public_share_pct",
})  # fmt: skip
"""Figures that no other deal has: one of them tells of an offering, though no word for one stands in the text."""
_RANGE: Final = ("offer_price_low", "offer_price_high")
"""So do both ends of a range of prices."""
_SOLD: Final = frozenset(
    {"offer_price", "shares_offered", "gross_proceeds", "net_proceeds", "listing_expenses", "board_lot"}
)
"""And several of these, which a placing would have too, if the lead did not tell of one."""
_SEVERAL: Final = 3
_ENOUGH: Final = 4
_FRESH: Final = frozenset({"first_day_change_pct", "online_subscription_multiple", "entry_fee"})
"""Whoever has so many figures of an offering, one of them told on its days alone, makes one, whatever the lead says."""
_MANY: Final = 2
"""Whoever has more figures of these kinds is offering its shares, whatever else is denied."""


class Tally:
    """How often each name was told, and how often the one that was told most."""

    __slots__ = ("most", "times")

    def __init__(self, times: Mapping[str, int] | None = None) -> None:
        """Begin with what was counted before."""
        self.times = dict(times or {})
        self.most = max(self.times.values(), default=0)

    def __getitem__(self, name: str) -> int:
        """How often a name was told."""
        return self.times.get(name, 0)

    def add(self, *names: str) -> None:
        """Take in that names are told."""
        for name in names:
            self.times[name] = count = self[name] + 1
            self.most = max(self.most, count)


class Offerings:
    """How often each company is told of, with words of an offering, of another deal, and with figures."""

    def __init__(self, folded: str, title_end: int, lead_end: int, passed_over: set[str]) -> None:
        """Take the article; ``passed_over`` offer nothing, whatever is told of them."""
        self._lead, self._lead_end, self._passed_over = folded[:lead_end], lead_end, passed_over
        self.other_deal = is_other_news(self._lead, folded[title_end:])
        self.denied = is_denied(folded)
        self.events = Tally()
        self.leading: set[str] = set()
        """Who is issuer by a sure sign, wherever its name stands."""
        self.rivals: set[str] = set()
        """Whom a sentence about peers names first."""
        self.compared: set[str] = set()
        """Whom a section about competitors names: what it tells of their offerings makes them no issuers here."""
        self.alike: set[str] = set()
        """Who has a code in an article whose lead tells of several offerings: a figure of one is enough."""
        self._deals, self._spoken = Tally(), Tally()
        self._offered: set[str] = set()

    def tell(self, *names: str) -> None:
        """Take in that companies are told to make an offering."""
        self.events.add(*names)
        self.leading.update(names)

    def count(self, name: str, *, event: bool, deal: bool, figure: bool) -> None:
        """Take in a clause about a company."""
        if event:
            self.events.add(name)
        if deal:
            self._deals.add(name)
        if figure:
            self._spoken.add(name)

    def known(self) -> tuple[Tally, set[str]]:
        """What is known before the article is heard."""
        return Tally(self.events.times), set(self.leading)

    def count_again(self, events: Tally, leading: set[str]) -> None:
        """Forget what a first hearing counted."""
        self.events, self.leading = events, leading
        self._spoken, self._deals = Tally(), Tally()

    def offers(self, figures: Iterable[tuple[str, str]], listed: Set[str]) -> None:
        """Take in who has figures that only an offering has, several of them: they are as good as its words.

        So is one of them beside a day of listing about the day of the article: these companies are ``listed``.
        """
        figures = list(figures)
        if not self.events.most:
            if is_no_share(self._lead):
                return
            ranged = {name for name, metric in figures if metric == _RANGE[0] and (name, _RANGE[1]) in figures}
            sold = Counter(name for name, metric in set(figures) if metric in _SOLD)
            several = {name for name, count in sold.items() if count >= _SEVERAL}
            new = {name for name, metric in figures if metric in _SOLD and name in listed}
            self.tell(*ranged, *several, *new, *{name for name, metric in figures if metric in _OWN})
            return
        offered = {(name, metric) for name, metric in figures if metric in _OFFERED}
        told = Counter(name for name, _ in offered)
        fresh = {name for name, metric in offered if metric in _FRESH and told[name] >= _ENOUGH}
        self.tell(*(name for name in self.alike & told.keys() if name not in self.compared))
        if fresh and not is_no_share(self._lead):
            self.other_deal = False
        for name, count in told.items():
            if count > 1 and (self.events[name] or name not in self.compared):
                self.tell(name)
            if count > _MANY:
                self._offered.add(name)

    def is_issuer(self, company: Company) -> bool:
        """Whether the article tells of an offering by ``company``."""
        name = company.name
        if (
            not is_firm(company)
            or name in self._passed_over
            or name in self.rivals
            or (self.denied and name not in self._offered)
            or self.other_deal
            or self.events[name] < max(1, self._deals[name])
        ):
            return False
        known = company.code or company.acts or name in self.leading
        if not known and self.events[name] * 5 < self.events.most:
            return False
        much = self._spoken[name] * 4 >= self._spoken.most
        return company.start < self._lead_end or much or name in self.leading
