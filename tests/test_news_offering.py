"""Offering, demand, cornerstones, debut and days as the outlets word them, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument

ASKED = "星河動力(02802.HK)今日招股。"
PLACED = "星河動力(02802.HK)公布配發結果。"
TRADED = "星河動力(02802.HK)今日首日掛牌。"
MAINLAND = "星河动力(688802)今日申购。"
CASES = [
    # listing dates
    ("星河動力(02802.HK)昨招股,下周五(23日)上板。", "listing_date 2026-01-23"),
    ("星河動力(02802.HK)招股期至周五(16日),預計下周四(22日)掛牌。", "listing_date 2026-01-22"),
    ("星河動力(02802.HK)於1月12日至15日招股,19日公布結果,20日面世。", "listing_date 2026-01-20"),
    ("星河动力(02802.HK)预计将于1月20日登陆港股。", "listing_date 2026-01-20"),
    ("星河动力(02802.HK)将于1月20日正式在港交所主板开始交易。", "listing_date 2026-01-20"),
    ("今天,星河动力(688802)登陆科创板。", "listing_date 2026-01-14"),
    ("1月14日,星河动力(688802)正式在上交所科创板挂牌上市。", "listing_date 2026-01-14"),
    ("本周三,星河動力(02802.HK)鳴鑼上市。", "listing_date 2026-01-14"),
    ("星河動力(02802.HK)股份預期2026年1月20日(星期二)上午九時起開始買賣。", "listing_date 2026-01-20"),
    ("星河動力(02802.HK)首掛日期為1月20日。", "listing_date 2026-01-20"),
    # price date
    (ASKED + "公司將於1月16日定價。", "price_date 2026-01-16"),
    (ASKED + "預期定價日為1月16日(周五)。", "price_date 2026-01-16"),
    (ASKED + "發售價將於1月16日釐定。", "price_date 2026-01-16"),
    # first day
    (TRADED + "收報15元,較發售價12.5元高2.5元或20%。", "first_day_change_pct 20"),
    (TRADED + "收報15元,較招股價升兩成。", "first_day_change_pct 20"),
    (TRADED + "收市報15元,較上市價貴20%。", "first_day_change_pct 20"),
    (TRADED + "股價全日收漲20%,報15元。", "closing_price 15"),
    (TRADED + "收市15元,升20%。", "closing_price 15"),
    (TRADED + "收15元,跌一成。", "first_day_change_pct -10"),
    (TRADED + "收市價為15元,比招股價12元多出25%。", "first_day_change_pct 25"),
    (TRADED + "首日股價翻倍,收報24元,升100%。", "first_day_change_pct 100"),
    (TRADED + "收盤價15元,較承銷價上漲20%。", "first_day_change_pct 20"),
    (TRADED + "全日升幅達20%,收於15元。", "first_day_change_pct 20"),
    (TRADED + "收報15元,倒升20%。", "first_day_change_pct 20"),
    (TRADED + "尾市企於15元,全日進帳20%。", "closing_price 15"),
    (TRADED + "終場以15元作收,漲20%。", "closing_price 15"),
    (TRADED + "最後以15元報收,較發行價溢價20%。", "closing_price 15"),
    (TRADED + "報收15元/股,涨幅20%。", "first_day_change_pct 20"),
    ("星河动力(688802)今日上市首日大涨268.5%,收盘价30.2元。", "first_day_change_pct 268.5"),
    ("星河动力(688802)今日上市,截至收盘涨268.5%,报30.2元/股,总市值120.8亿元。", "market_cap 12080000000"),
    ("星河动力(688802)上市首日收盘30.2元,较发行价8.2元/股上涨268.29%。", "first_day_change_pct 268.29"),
    ("星河动力(02802.HK)今日登陆港交所,首日破发,收跌9.6%,报11.3港元。", "first_day_change_pct -9.6"),
    ("星河动力(02802.HK)今日上市,开盘涨50%报18港元,收盘涨幅收窄至20%,报14.4港元。", "first_day_change_pct 20"),
    ("星河動力(02802.HK)昨首掛,收報15元,升20%。", "closing_price 15"),
    # fee / lot
    (ASKED + "每手100股,入場費1,262.61元。", "entry_fee 1262.61"),
    (ASKED + "一手200股入場費2525.21港元。", "board_lot 200"),
    (ASKED + "以200股為一手,入場費約2525元。", "board_lot 200"),
    (ASKED + "每手買賣單位200股,買一手連手續費須2525.21元。", "entry_fee 2525.21"),
    (ASKED + "一手(200股)入場費2,525.21元。", "board_lot 200"),
    (ASKED + "一手200股,最低認購金額約2,525.21港元。", "entry_fee 2525.21"),
    (ASKED + "每手股數為200股,申購一手需2,525.21港元。", "entry_fee 2525.21"),
    (ASKED + "打一手(200股)要2,525.21元。", "entry_fee 2525.21"),
    (ASKED + "一手200股,連手續費2,525.21元。", "entry_fee 2525.21"),
    (ASKED + "認購一手(200股)的入場費為2,525.21元。", "board_lot 200"),
    # prices
    (ASKED + "招股價介乎10.2元至12.5元。", "offer_price_low 10.2"),
    (ASKED + "招股價每股10.2至12.5元。", "offer_price_high 12.5"),
    (ASKED + "每股發售價10.2元-12.5元。", "offer_price_low 10.2"),
    (ASKED + "指示性發售價範圍為每股10.2港元至12.5港元。", "offer_price_high 12.5"),
    (ASKED + "每股招股價不高於12.5元。", "offer_price_high 12.5"),
    (ASKED + "發售價不超過12.5元。", "offer_price_high 12.5"),
    (ASKED + "招股價上限12.5元。", "offer_price_high 12.5"),
    (ASKED + "每股最高作價12.5元。", "offer_price_high 12.5"),
    (ASKED + "每股定價12.5元。", "offer_price 12.5"),
    (ASKED + "招股價定為12.5元。", "offer_price 12.5"),
    (PLACED + "發售價定於12.5元,屬招股價範圍上限。", "offer_price_high 12.5"),
    (PLACED + "最終以每股12.5元定價,即招股價上限。", "offer_price_high 12.5"),
    (PLACED + "以下限定價,每股10.2元。", "offer_price_low 10.2"),
    (PLACED + "發售價釐定為每股12.5港元。", "offer_price 12.5"),
    (PLACED + "定價12.5元,近招股價範圍10.2元至12.8元上限。", "offer_price 12.5"),
    (PLACED + "每股售12.5元。", "offer_price 12.5"),
    (PLACED + "招股價訂在上限12.5元。", "offer_price 12.5"),
    (MAINLAND + "发行价格为25.6元/股,发行市盈率为30.1倍。", "offer_price 25.6"),
    (MAINLAND + "发行价25.6元,发行市盈率30.1倍。", "issue_pe 30.1"),
    (MAINLAND + "对应的2024年扣非后市盈率为30.1倍。", "issue_pe 30.1"),
    (
        "星河動力宣布首次公開募股定價為每股ADS 18美元,發行1,200萬股ADS,募資2.16億美元。公司將在納斯達克上市,股票代碼「NOVA」。",
        "offer_price 18",
    ),
    (
        "星河动力宣布IPO定价每ADS 18美元,发行1200万份ADS,公司将在纳斯达克上市,股票代码为“NOVA”。",
        "shares_offered 12000000",
    ),
    # shares
    (ASKED + "擬發行5,000萬股,其中香港公開發售佔一成,其餘為國際配售。", "public_share_pct 10"),
    (ASKED + "全球發售5,000萬股H股,九成為國際發售,一成為公開發售。", "international_share_pct 90"),
    (ASKED + "公司發售5,000萬股,當中10%作公開發售。", "public_share_pct 10"),
    (ASKED + "公司發售5,000萬股,公開發售佔10%。", "public_share_pct 10"),
    (
        ASKED + "公司發售5,000萬股,500萬股於香港作公開發售,4,500萬股作國際發售。",
        "shares_offered_international 45000000",
    ),
    (ASKED + "公司推出5,000萬股,10%公開發售,90%國際配售。", "public_share_pct 10"),
    (ASKED + "共售5,000萬股,10%在港公開發售。", "shares_offered 50000000"),
    (ASKED + "公司擬發行5,000萬股新股。", "shares_offered 50000000"),
    (ASKED + "全球發售5,000萬股,包括4,000萬股新股及1,000萬股舊股。", "sale_shares 10000000"),
    (ASKED + "是次發售5,000萬股,其中1,000萬股為舊股。", "sale_shares 10000000"),
    (ASKED + "另有15%超額配股權,涉及750萬股。", "over_allotment_option_shares 7500000"),
    (ASKED + "公司授出超額配股權,可要求公司額外發行最多750萬股。", "over_allotment_option_shares 7500000"),
    (ASKED + "若行使超額配股權,可再發行750萬股。", "over_allotment_option_shares 7500000"),
    (MAINLAND + "公司本次拟公开发行股票4,000万股,占发行后总股本的25%。", "shares_offered 40000000"),
    (MAINLAND + "本次发行数量为4000万股,其中网上初始发行1020万股。", "shares_offered 40000000"),
    # proceeds
    (ASKED + "最多集資6.25億元。", "gross_proceeds 625000000"),
    (ASKED + "集資額最多6.25億元。", "gross_proceeds 625000000"),
    (ASKED + "料集資6.25億元。", "gross_proceeds 625000000"),
    (ASKED + "以上限定價計,可集資6.25億元。", "gross_proceeds 625000000"),
    (ASKED + "集資5.1億至6.25億元。", "gross_proceeds 625000000"),
    (PLACED + "集資淨額約5.8億元。", "net_proceeds 580000000"),
    (PLACED + "淨籌5.8億元。", "net_proceeds 580000000"),
    (PLACED + "所得款項淨額約為5.80億港元。", "net_proceeds 580000000"),
    (PLACED + "集資總額6.25億元,扣除開支後淨額5.8億元。", "net_proceeds 580000000"),
    (PLACED + "集資6.25億元,扣除上市開支4,500萬元後,實得5.8億元。", "listing_expenses 45000000"),
    (PLACED + "扣除上市開支後,公司淨籌5.8億元。", "net_proceeds 580000000"),
    (PLACED + "撇除開支,公司到手5.8億元。", "net_proceeds 580000000"),
    (PLACED + "公司估計收取淨額約5.8億元。", "net_proceeds 580000000"),
    (MAINLAND + "公司募集资金总额为10.24亿元,扣除发行费用后募集资金净额为9.4亿元。", "net_proceeds 940000000"),
    (
        MAINLAND + "预计募集资金总额10.24亿元,扣除预计发行费用约8400万元后,预计募集资金净额约9.4亿元。",
        "net_proceeds 940000000",
    ),
    (MAINLAND + "公司拟募资15亿元。", "gross_proceeds 1500000000"),
    (MAINLAND + "实际募资10.24亿元。", "gross_proceeds 1024000000"),
    # demand
    (PLACED + "公開發售超購120倍。", "public_subscription_multiple 120"),
    (PLACED + "公開發售部分獲得120倍超額認購。", "public_subscription_multiple 120"),
    (PLACED + "香港公開發售錄得121.5倍認購。", "public_subscription_multiple 121.5"),
    (PLACED + "公開認購部份獲超額認購120倍。", "public_subscription_multiple 120"),
    (PLACED + "散戶認購反應熱烈,超額認購120倍。", "public_subscription_multiple 120"),
    (PLACED + "公開發售獲得約120倍認購,國際發售獲約8倍認購。", "international_subscription_multiple 8"),
    (PLACED + "國際配售錄得8倍超額認購。", "international_subscription_multiple 8"),
    (PLACED + "國際發售則超購7.2倍。", "international_subscription_multiple 7.2"),
    (PLACED + "公開發售認購不足,僅獲0.45倍認購。", "public_subscription_multiple 0.45"),
    (PLACED + "接獲5.2萬份有效申請。", "valid_applications 52000"),
    (PLACED + "收到52,110份有效申請。", "valid_applications 52110"),
    (PLACED + "共52,110人申請。", "valid_applications 52110"),
    (PLACED + "共有逾5.2萬人抽籤。", "valid_applications 52000"),
    (PLACED + "共接獲52,110份申請,其中8,200份獲接納。", "successful_applications 8200"),
    (PLACED + "一手中籤率20%。", "one_lot_success_rate_pct 20"),
    (PLACED + "一手(200股)中籤率為20%,申請50手穩獲一手。", "one_lot_success_rate_pct 20"),
    (PLACED + "抽一手中籤率兩成。", "one_lot_success_rate_pct 20"),
    (PLACED + "認購一手獲分配的機會為20%。", "one_lot_success_rate_pct 20"),
    (PLACED + "一手人人有份。", "one_lot_success_rate_pct 100"),
    (PLACED + "國際發售承配人共130名。", "placees 130"),
    (PLACED + "回撥後,公開發售股份增至1,750萬股,佔發售股份35%。", "public_share_pct 35"),
    (PLACED + "公開發售最終佔比提升至35%。", "public_share_pct 35"),
    (PLACED + "啟動回撥機制,公開發售比例由10%增至35%。", "public_share_pct 35"),
    (ASKED + "截至今日,券商共借出120億元孖展,相當於超購230倍。", "order_amount 12000000000"),
    (ASKED + "孖展認購額達120億元,超額認購230倍。", "public_subscription_multiple 230"),
    (ASKED + "孖展暫錄120億元。", "order_amount 12000000000"),
    (PLACED + "凍資1,200億元。", "order_amount 120000000000"),
    (MAINLAND + "网上发行有效申购倍数为6,012.3倍。", "online_subscription_multiple 6012.3"),
    (MAINLAND + "回拨后,网上最终发行中签率为0.0316%,有效申购倍数3164.5倍。", "online_subscription_multiple 3164.5"),
    # cornerstones
    (ASKED + "引入8名基石投資者,合共認購2.3億元。", "cornerstone_count 8"),
    (ASKED + "引入高峰資本、遠洋基金等8名基石投資者,共認購3,000萬美元。", "cornerstone_amount 30000000"),
    (ASKED + "基石投資者共8名,認購總額2.3億港元。", "cornerstone_amount 230000000"),
    (ASKED + "8家基石投資者承諾認購2.3億港元的股份,佔發售股份37%。", "cornerstone_share_pct 37"),
    (ASKED + "基石陣容強大,8家機構合共認購2.3億港元。", "cornerstone_count 8"),
    (ASKED + "基石投資者包括高峰資本等,合共認購2.3億港元。", "cornerstone_amount 230000000"),
    (ASKED + "基石認購佔比達37%。", "cornerstone_share_pct 37"),
    # market cap
    (ASKED + "上市後市值約62.5億元。", "market_cap 6250000000"),
    (ASKED + "以招股價上限計,市值最多62.5億元。", "market_cap 6250000000"),
    (TRADED + "收報15元,市值75億元。", "market_cap 7500000000"),
    # greenshoe
    ("星河動力(02802.HK)公布,超額配股權已獲悉數行使,涉及750萬股,每股12.5元。", "over_allotment_outcome full"),
    (
        "星河動力(02802.HK)公布,整體協調人已悉數行使超額配售權,公司將額外發行750萬股,額外淨籌約9,100萬元。",
        "additional_net_proceeds 91000000",
    ),
    ("星河動力(02802.HK)公布,超額配股權未獲行使,已於2月8日失效,穩定價格期亦告結束。", "over_allotment_outcome lapsed"),
    ("星河動力(02802.HK)公布,穩定價格期已於2月8日結束,期內超額配股權並未行使。", "stabilisation_end_date 2026-02-08"),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_the_words_say_which_figure_it_is(text: str, wanted: str) -> None:
    document = TextDocument(name="a", sha256="0" * 64, text=text, title=None, published=date(2026, 1, 14))
    facts = extract_news(document).facts
    assert wanted in {f"{f.metric} {value_text(f.value) if f.value is not None else ''}" for f in facts}
