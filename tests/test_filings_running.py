"""Running text of 2018 to 2023: the same figure in every house's words, and numbers beside it that mean something else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.test_filings_lexicon import flow

from zhaogu.extraction.filings.clauses import read_clauses
from zhaogu.extraction.filings.cornerstone_sentences import read_investors
from zhaogu.model.fact import value_text

FIGURES = {
    'As a result, the total number of Offer Shares in the Hong Kong Public Offering has been increased to 22,500,000 Offer Shares, representing 50% of all Offer Shares that the Global Offering has.': {'shares_offered_public': '22500000', 'public_share_pct': '50'},
    'If the Global Offering is unconditional by 8:00 a.m. on Monday, July 5, 2021, dealings in the Shares on the Main Board of the Stock Exchange are expected to begin at 9:00 a.m. on Monday, July 5, 2021.': {'listing_date': '2021-07-05'},
    'Dealings in the Shares on the Stock Exchange are expected to start at 9:00 a.m. on 10 July 2020.': {'listing_date': '2020-07-10'},
    'Net proceeds from the Global Offering • Based on the Final Offer Price of HK$25.40 per Offer Share, the net proceeds from the Global Offering to be received by the Company, after deduction of the underwriting commissions, are estimated to be approximately HK$1,054.8 million, assuming the Over-allotment Option is not exercised.': {'net_proceeds': '1054800000', 'offer_price': '25.40'},
    'NET PROCEEDS FROM THE SHARE OFFER Based on the Offer Price of HK$0.40 per Offer Share, the net proceeds from the Share Offer to be received by the Company are estimated to be approximately HK$52.3 million after deducting underwriting fees.': {'net_proceeds': '52300000', 'offer_price': '0.40'},
    'The Company estimates that it will receive net proceeds of approximately HK$812.4 million from the Global Offering based on the Offer Price of HK$9.68 per Offer Share.': {'offer_price': '9.68', 'net_proceeds': '812400000'},
    'The net proceeds to be received by our Company from the Global Offering (based on the Offer Price of HK$9.68 per Offer Share and after deducting expenses payable of HK$88.1 million) are approximately HK$812.4 million.': {'net_proceeds': '812400000', 'offer_price': '9.68'},
    'The aggregate net proceeds, calculated on the basis of the final Offer Price of HK$9.68, amount to HK$812.4 million.': {'net_proceeds': '812400000', 'offer_price': '9.68'},
    'The net proceeds from the Global Offering accruing to the Company will be approximately HK$812.4 million.': {'net_proceeds': '812400000'},
    '所得款項淨額 根據最終發售價每股發售股份9.68港元計算，本公司將收取的全球發售所得款項淨額（經扣除本公司就全球發售應付的包銷費用及佣金以及估計開支後，並假設超額配股權未獲行使）估計約為812.4百萬港元。': {'net_proceeds': '812400000', 'offer_price': '9.68'},
    '全球發售所得款項淨額 按發售價為9.68港元計算，本公司自全球發售收取的所得款項淨額（經扣除應付包銷佣金及其他開支）估計為812.4百萬港元。': {'net_proceeds': '812400000'},
    '本公司估計將自全球發售收取所得款項淨額約812.4百萬港元（按發售價9.68港元計算）。': {'offer_price': '9.68', 'net_proceeds': '812400000'},
    '按發售價每股股份0.40港元計算，股份發售所得款項淨額經扣除相關開支後預計約52.3百萬港元。': {'net_proceeds': '52300000', 'offer_price': '0.40'},
    '基於發售價9.68港元，全球發售的所得款項總額為900.5百萬港元，扣除開支88.1百萬港元後的所得款項淨額為812.4百萬港元。': {'net_proceeds': '812400000', 'gross_proceeds': '900500000', 'offer_price': '9.68'},
    'A total of 18,000,000 Offer Shares initially available under the International Offering have been reallocated to the Hong Kong Public Offering. The Offer Shares initially offered under the International Offering have been over-subscribed, representing approximately 9.8 times of the total number of 40,500,000 Offer Shares initially available under the International Offering.': {'shares_offered_international_initial': '40500000', 'international_subscription_multiple': '9.8', 'reallocated_shares': '18000000'},
    '18,000,000 Offer Shares originally comprised in the International Offering have been clawed back to the Hong Kong Public Offering, so that 22,500,000 Offer Shares are available under the Hong Kong Public Offering.': {'shares_offered_public': '22500000', 'reallocated_shares': '18000000'},
    '合共18,000,000股原屬國際發售的發售股份已重新分配至香港公開發售。國際發售項下初步可供認購的40,500,000股發售股份獲認購約9.8倍。': {'international_subscription_multiple': '9.8', 'shares_offered_international_initial': '40500000', 'reallocated_shares': '18000000'},
    '國際發售初步可供認購的18,000,000股發售股份已由國際發售重新分配至香港公開發售。國際發售項下初步可供認購的40,500,000股發售股份獲認購約9.8倍。': {'international_subscription_multiple': '9.8', 'shares_offered_international_initial': '40500000', 'reallocated_shares': '18000000'},
    '香港公開發售項下初步可供認購的6,544,000股香港發售股份未獲認購，已重新分配至國際發售。香港公開發售初步可供認購的香港發售股份總數為10,000,000股。': {'shares_offered_public_initial': '10000000', 'reallocated_shares': '-6544000'},
    '6,544,000 Hong Kong Offer Shares initially available under the Hong Kong Public Offering have been reallocated to the International Offering. The 3,456,000 shares applied for represent 0.35 times of the total number of 10,000,000 Hong Kong Offer Shares initially available under the Hong Kong Public Offering.': {'shares_offered_public_initial': '10000000', 'reallocated_shares': '-6544000'},
    'As a result of such reallocation, the final number of Offer Shares under the Hong Kong Public Offering has been increased to 22,500,000 Offer Shares, representing 50% of the Offer Shares initially available under the Global Offering, and being allocated to 9,001 successful applicants.': {'successful_applications': '9001', 'public_share_pct': '50', 'shares_offered_public': '22500000'},
    '由於該項重新分配，香港公開發售項下的發售股份最終數目已增加至22,500,000股發售股份，相當於全球發售初步可供認購的發售股份總數的50%，並分配予9,001名成功申請人。': {'successful_applications': '9001', 'public_share_pct': '50', 'shares_offered_public': '22500000'},
    'The Cornerstone Investors have subscribed for a total of 13,158,000 Offer Shares, representing in aggregate approximately (a) 29.2% of the Offer Shares initially available under the Global Offering; and (b) 2.9% of the total issued share capital of the Company.': {'cornerstone_share_pct': '29.2', 'cornerstone_shares': '13158000'},
    'The Cornerstone Investors have subscribed for an aggregate of 13,158,000 Offer Shares, representing in total (i) approximately 2.9% of the Shares in issue upon completion of the Global Offering and (ii) approximately 29.2% of the total number of Offer Shares.': {'cornerstone_share_pct': '29.2', 'cornerstone_shares': '13158000'},
    '基石投資者已認購合共13,158,000股發售股份，合共相當於(i)全球發售完成後本公司已發行股本約2.9%；及(ii)全球發售項下發售股份總數約29.2%（假設超額配股權未獲行使）。': {'cornerstone_share_pct': '29.2', 'cornerstone_shares': '13158000'},
    '根據基石投資協議，基石投資者認購的發售股份總數已釐定為13,158,000股發售股份，佔全球發售初步可供認購的發售股份約29.2%。': {'cornerstone_share_pct': '29.2', 'cornerstone_shares': '13158000'},
    '全球發售的發售股份數目：80,000,000股股份（包括68,000,000股新股份及12,000,000股銷售股份）。': {'sale_shares': '12000000'},
    'The Placing Shares (comprising 100,000,000 New Shares and 40,000,000 Sale Shares) have been allocated.': {'sale_shares': '40000000'},
    '本公司已授出超額配股權，可自上市日期起至2021年1月2日（星期六）止隨時行使，要求本公司按發售價發行及配發最多合共60,000,000股額外股份。': {'over_allotment_option_shares': '60000000'},
    '本行及售股股東已授出超額配股權，要求本行發行最多81,800,000股新H股，並要求售股股東出售最多8,200,000股，合共不超過90,000,000股。': {'over_allotment_option_shares': '90000000'},
    'The Over-allotment Option, under which the Company may be required to issue not more than 22,500,000 Shares, may be exercised until December 23, 2020.': {'over_allotment_option_shares': '22500000'},
    '發售價已由本公司與聯席賬簿管理人（為彼等本身及代表包銷商）於二零一八年六月七日（星期四）協定為每股0.26港元。': {'price_date': '2018-06-07'},
    '本公司與聯席代表已於2021年5月21日（星期五）協定最終發售價為每股22.60港元。': {'price_date': '2021-05-21'},
    'The Offer Price was agreed between the Company and the Joint Bookrunners on Thursday, 7 June 2018.': {'price_date': '2018-06-07'},
    '國際發售股份數目：264,000,000股發售股份（包括優先發售項下的30,000,000股預留股份）。': {'shares_offered_preferential': '30000000'},
    'They applied for 27,645,500 Reserved Shares, 2.30 times of the 12,000,000 Reserved Shares initially available.': {'shares_offered_preferential': '12000000'},
    '每手為100股，A類股份的股份簡稱將為啟瓴－W。': {'stock_short_name': '啟瓴－W'},
    'The H Shares will be traded under the stock short name “NORTHLIGHT-B” and the stock code 2396.': {'stock_short_name': 'NORTHLIGHT-B'},
    '公開發售的2,650名申請人均已獲悉數配發所申請的H股。': {'successful_applications': '2650'},
    '公眾所持H股佔本行已發行股本總額（1,760,000,000股股份）約25.00%。': {'shares_in_issue': '1760000000'},
    'After the Global Offering 1,431,402,760 Shares (of both classes together) will be in issue.': {'shares_in_issue': '1431402760'},
    '股票將於2022年7月18日（星期一）上午八時正成為有效的所有權憑證，惟全球發售須於該時間前成為無條件。預期股份將於同日上午九時正開始於聯交所主板買賣。': {'listing_date': '2022-07-18'},
    'Listing expenses borne by the Company amount to HK$22.6 million.': {'listing_expenses': '22600000'},
}  # fmt: skip

INVESTORS = {
    'Cornerstone Investors: Castlemere Master Fund, L.P. has subscribed for 4,590,000 Offer Shares, Juniper Asia Fund has subscribed for 3,978,000 Offer Shares and Rongde Medical Co., Limited has subscribed for 2,754,000 Offer Shares, representing 10.2%, 8.84% and 6.12% of the Offer Shares.': {'Castlemere Master Fund, L.P.': 4590000, 'Juniper Asia Fund': 3978000, 'Rongde Medical Co., Limited': 2754000},
    'Based on the Final Offer Price and pursuant to the relevant cornerstone investment agreements, the number of Offer Shares subscribed for by Castlemere Fund and Juniper Asia Fund is 4,590,000 Offer Shares and 3,978,000 Offer Shares, respectively.': {'Castlemere Fund': 4590000, 'Juniper Asia Fund': 3978000},
    'Pursuant to the Cornerstone Investment Agreements, the numbers of Offer Shares subscribed by the Cornerstone Investors are as follows: (i) 4,590,000 Offer Shares by Castlemere Fund; (ii) 3,978,000 Offer Shares by Juniper Asia Fund.': {'Castlemere Fund': 4590000, 'Juniper Asia Fund': 3978000},
    'The Cornerstone Investors have subscribed as follows: Castlemere Fund: 4,590,000 Offer Shares, representing approximately 10.2% of the Offer Shares; Juniper Asia Fund: 3,978,000 Offer Shares, representing approximately 8.84% of the Offer Shares.': {'Castlemere Fund': 4590000, 'Juniper Asia Fund': 3978000},
    'Castlemere Fund, one of the cornerstone investors, has subscribed for 4,590,000 Offer Shares, and Juniper Asia Fund, another cornerstone investor, has subscribed for 3,978,000 Offer Shares.': {'Castlemere Fund': 4590000, 'Juniper Asia Fund': 3978000},
    'As a cornerstone investor, Castlemere Fund was allocated 4,590,000 Offer Shares. As a cornerstone investor, Juniper Asia Fund was allocated 3,978,000 Offer Shares.': {'Castlemere Fund': 4590000, 'Juniper Asia Fund': 3978000},
    'Each of Castlemere Fund and Juniper Asia Fund, being the Cornerstone Investors, has subscribed for 4,590,000 Offer Shares.': {'Castlemere Fund': 4590000, 'Juniper Asia Fund': 4590000},
    'Castlemere Fund has taken up 4,590,000 Offer Shares as a Cornerstone Investor; Juniper Asia Fund has taken up 3,978,000 Offer Shares as a Cornerstone Investor.': {'Castlemere Fund': 4590000, 'Juniper Asia Fund': 3978000},
    '4,590,000 Offer Shares, representing 10.2% of the Offer Shares, have been allocated to Castlemere Fund, and 3,978,000 Offer Shares, representing 8.84%, have been allocated to Juniper Asia Fund, both being cornerstone investors.': {'Castlemere Fund': 4590000, 'Juniper Asia Fund': 3978000},
    '基石投資者認購的發售股份數目如下：北辰基金：3,000,000股發售股份，佔發售股份總數約3.0%；長青人壽：2,000,000股發售股份，佔約2.0%。': {'北辰基金': 3000000, '長青人壽': 2000000},
    '根據基石投資協議，(i)北辰基金（香港）有限公司、(ii)長青人壽保險及(iii)海光資本已分別認購3,000,000股、2,000,000股及1,000,000股發售股份。': {'北辰基金（香港）有限公司': 3000000, '長青人壽保險': 2000000, '海光資本': 1000000},
    '基石投資者北辰基金、長青人壽及海光資本獲分配的發售股份數目分別為3,000,000股、2,000,000股及1,000,000股。': {'北辰基金': 3000000, '長青人壽': 2000000, '海光資本': 1000000},
    '北辰基金及長青人壽作為基石投資者，分別獲配發3,000,000股及2,000,000股發售股份。': {'北辰基金': 3000000, '長青人壽': 2000000},
    '由北辰基金認購的發售股份數目為3,000,000股，由長青人壽認購的發售股份數目為2,000,000股（均為基石投資者）。': {'北辰基金': 3000000, '長青人壽': 2000000},
    '基石投資者認購情況：3,000,000股發售股份由北辰基金認購，2,000,000股發售股份由長青人壽認購。': {'北辰基金': 3000000, '長青人壽': 2000000},
    '基石投資者方面，北辰基金已認購3,000,000股發售股份（佔全球發售項下初步可供認購發售股份總數的約3.0%）；而長青人壽已認購2,000,000股發售股份（佔約2.0%）。': {'北辰基金': 3000000, '長青人壽': 2000000},
    '北辰基金（作為基石投資者）已獲分配3,000,000股H股，而長青人壽（作為基石投資者）已獲分配2,000,000股H股。': {'北辰基金': 3000000, '長青人壽': 2000000},
    '按最終發售價計算，各基石投資者認購之H股數目為：北辰基金 3,000,000股H股；長青人壽 2,000,000股H股。': {'北辰基金': 3000000, '長青人壽': 2000000},
    '基石投資者北辰基金及長青人壽各認購3,000,000股發售股份。': {'北辰基金': 3000000, '長青人壽': 3000000},
}  # fmt: skip


NOBODY = {
    'The Cornerstone Investors have subscribed for 5,000,000 Offer Shares in aggregate. Hong Kong Public Offering: 4,500,000 Offer Shares. International Offering: 40,500,000 Offer Shares.': None,
    '基石投資者已認購合共5,000,000股發售股份。香港公開發售：4,500,000股發售股份；國際發售：40,500,000股發售股份。': None,
    'The Cornerstone Investors have taken up 5,000,000 Offer Shares. Among the placees, Harbour Securities Limited has been allocated 100,000 Offer Shares as a connected client and Bay Capital Limited has been allocated 200,000 Offer Shares.': 5000000,
    '除基石投資者外，概無承配人獲配發超過10%。控股股東將持有210,000,000股股份，最大承配人獲配發4,590,000股。': None,
}  # fmt: skip
"""Sentences near cornerstone investors that name none, and the total where one is known."""


RESTATED = {
    '按發售價計算，所得款項淨額估計約為6,576.6百萬港元（相當於約人民幣5,442.8百萬元）。': ["HKD 6576600000", "CNY 5442800000"],
    'The net proceeds are estimated to be approximately HK$5,887.7 million (US$759.7 million).': ["HKD 5887700000", "USD 759700000"],
}  # fmt: skip
"""A sum that a sentence restates in another currency is a figure of its own."""


@pytest.mark.parametrize(("sentence", "sums"), RESTATED.items())
def test_a_sum_in_two_currencies(sentence: str, sums: list[str]) -> None:
    stated = [one for one in read_clauses(flow(sentence), "old") if one.metric == "net_proceeds"]
    assert [f"{one.cell.unit} {value_text(one.cell.value)}" for one in stated] == sums


@pytest.mark.parametrize(("sentence", "figures"), FIGURES.items())
def test_what_a_sentence_states(sentence: str, figures: dict[str, str]) -> None:
    stated = {one.metric: value_text(one.cell.value) for one in reversed(read_clauses(flow(sentence), "old"))}
    assert {name: stated.get(name) for name in figures} == figures


@pytest.mark.parametrize(("sentence", "investors"), INVESTORS.items())
def test_investors_that_a_sentence_names(sentence: str, investors: dict[str, int]) -> None:
    assert {one.holder: one.cell.value for one in read_investors(flow(sentence), None)} == investors


@pytest.mark.parametrize(("sentence", "total"), NOBODY.items())
def test_numbers_beside_that_are_no_investors(sentence: str, total: int | None) -> None:
    assert not read_investors(flow(sentence), Decimal(total) if total else None)
