"""The key sentences of announcements of 2018 to 2026, as houses and years have them: what each of them states."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.test_filings_lexicon import flow

from zhaogu.extraction.filings.clauses import read_clauses
from zhaogu.extraction.filings.cornerstone_sentences import read_investors

OLD = {
    "The Offer Price has been determined at HK$17.42 per Offer Share (exclusive of brokerage of 1%, SFC transaction "
    "levy of 0.0027% and Stock Exchange trading fee of 0.005%).": {"offer_price": "17.42"},
    "Based on the Offer Price of HK$17.42 per Offer Share, the net proceeds from the Global Offering to be received by "
    "the Company, after deduction of the underwriting commissions and other estimated expenses in connection with the "
    "Global Offering paid and payable by the Company, are estimated to be approximately HK$1,234.5 million (assuming the "
    "Over-allotment Option is not exercised).": {"offer_price": "17.42", "net_proceeds": "1234500000"},
    "A total of 123,456 valid applications pursuant to the Hong Kong Public Offering on WHITE and YELLOW Application "
    "Forms and to the White Form eIPO Service Provider and by giving electronic application instructions to HKSCC via "
    "CCASS have been received for a total of 1,234,500,000 Hong Kong Offer Shares, representing approximately 123.45 "
    "times of the total number of 10,000,000 Hong Kong Offer Shares initially available for subscription under the Hong "
    "Kong Public Offering.": {
        "valid_applications": "123456",
        "public_subscription_multiple": "123.45",
        "shares_offered_public_initial": "10000000",
    },
    "The reallocation procedure has been applied and 40,000,000 Offer Shares have been reallocated from the International "
    "Offering to the Hong Kong Public Offering. As a result, the number of Offer Shares available under the Hong Kong "
    "Public Offering has been increased to 50,000,000 Offer Shares, representing 50% of the total number of Offer Shares "
    "initially available under the Global Offering.": {
        "reallocated_shares": "40000000",
        "shares_offered_public": "50000000",
        "public_share_pct": "50",
    },
    "The final number of Offer Shares under the Hong Kong Public Offering is 50,000,000 Offer Shares, representing "
    "approximately 50% of the total number of Offer Shares initially available under the Global Offering, and being "
    "allocated to 12,345 successful applicants under the Hong Kong Public Offering.": {
        "shares_offered_public": "50000000",
        "public_share_pct": "50",
        "successful_applications": "12345",
    },
    "The Offer Shares initially offered under the International Offering have been moderately over-subscribed, "
    "representing approximately 3.5 times of the total number of 90,000,000 Offer Shares initially available under the "
    "International Offering. The final number of Offer Shares allocated to the placees under the International Offering "
    "is 50,000,000 Offer Shares, representing 50% of the total number of Offer Shares initially available under the "
    "Global Offering. There has been an over-allocation of 15,000,000 Offer Shares in the International Offering and "
    "there are a total of 156 placees under the International Offering.": {
        "international_subscription_multiple": "3.5",
        "shares_offered_international_initial": "90000000",
        "shares_offered_international": "50000000",
        "international_share_pct": "50",
        "over_allocated_shares": "15000000",
        "placees": "156",
    },
    "A total of 50,000,000 International Offer Shares have been allocated to 156 placees.": {"placees": "156"},
    "The Cornerstone Investors have subscribed for a total of 30,000,000 Offer Shares, representing in aggregate "
    "approximately 30% of the Offer Shares initially available under the Global Offering.": {
        "cornerstone_shares": "30000000",
    },
    "Assuming that the Global Offering becomes unconditional in all aspects at or before 8:00 a.m. in Hong Kong on "
    "Friday, 10 July 2020, dealings in the Shares on the Stock Exchange are expected to commence at 9:00 a.m. (Hong Kong "
    "time) on Friday, 10 July 2020.": {"listing_date": "2020-07-10"},
    "3,210 valid applications were received for a total of 500,000,000 Public Offer Shares, equivalent to approximately "
    "50.0 times of 10,000,000 Public Offer Shares initially available for subscription.": {
        "valid_applications": "3210",
        "public_subscription_multiple": "50.0",
        "shares_offered_public_initial": "10000000",
    },
    "The Placing Shares initially offered under the Placing have been slightly over-subscribed, with subscriptions of "
    "approximately 1.2 times of the 90,000,000 Placing Shares initially available. The final number of Placing Shares is "
    "60,000,000 Shares, representing 60% of the Offer Shares, which have been allotted to 134 selected professional, "
    "institutional and other investors.": {
        "international_subscription_multiple": "1.2",
        "shares_offered_international": "60000000",
        "international_share_pct": "60",
        "placees": "134",
    },
    "發售價已釐定為每股發售股份17.42港元（不包括1%經紀佣金、0.0027%證監會交易徵費及0.005%聯交所交易費）。": {
        "offer_price": "17.42"
    },
    "按發售價每股發售股份17.42港元計算，經扣除本公司就全球發售已付及應付的包銷佣金及其他估計開支後，並假設超額配股權"
    "未獲行使，本公司將收取的全球發售所得款項淨額估計約為1,234.5百萬港元。": {
        "offer_price": "17.42",
        "net_proceeds": "1234500000",
    },
    "合共接獲123,456份根據香港公開發售以白色及黃色申請表格及透過網上白表服務作出的有效申請，認購合共1,234,500,000股香港"
    "發售股份，相當於香港公開發售項下初步可供認購香港發售股份總數10,000,000股的約123.45倍。": {
        "valid_applications": "123456",
        "public_subscription_multiple": "123.45",
        "shares_offered_public_initial": "10000000",
    },
    "由於香港公開發售的超額認購達100倍或以上，故已應用招股章程所述重新分配程序，40,000,000股發售股份已由國際發售重新"
    "分配至香港公開發售。因此，香港公開發售的發售股份最終數目增加至50,000,000股發售股份，佔全球發售初步可供認購發售股份"
    "總數的50%（於任何超額配股權獲行使前），並分配予香港公開發售項下12,345名成功申請人。": {
        "reallocated_shares": "40000000",
        "shares_offered_public": "50000000",
        "public_share_pct": "50",
        "successful_applications": "12345",
    },
    "國際發售項下初步提呈發售的發售股份獲適度超額認購，相當於國際發售項下初步可供認購的90,000,000股發售股份約3.5倍。"
    "國際發售項下分配予承配人的最終發售股份數目為50,000,000股發售股份，佔全球發售項下初步可供認購發售股份總數的50%。"
    "國際發售已超額分配15,000,000股發售股份，且國際發售項下共有156名承配人。": {
        "international_subscription_multiple": "3.5",
        "shares_offered_international_initial": "90000000",
        "shares_offered_international": "50000000",
        "international_share_pct": "50",
        "over_allocated_shares": "15000000",
        "placees": "156",
    },
    "公開發售股份獲超額認購。本公司接獲合共3,210份有效申請，申請認購合共500,000,000股公開發售股份，為公開發售初步可供"
    "認購10,000,000股公開發售股份總數的約50.0倍。": {
        "valid_applications": "3210",
        "public_subscription_multiple": "50.0",
        "shares_offered_public_initial": "10000000",
    },
    "配售股份獲輕微超額認購，配售的最終股份數目為60,000,000股股份，佔發售股份總數的60%，已配發予134名經選定專業、機構及"
    "其他投資者。": {"shares_offered_international": "60000000", "international_share_pct": "60", "placees": "134"},
    "假設全球發售於2020年7月10日（星期五）上午八時正或之前成為無條件，預期股份將於2020年7月10日（星期五）上午九時正開始在"
    "聯交所主板買賣。": {"listing_date": "2020-07-10"},
}
STABILISATION = {
    "The Company announces that the Over-allotment Option described in the Prospectus was fully exercised by the Joint "
    "Global Coordinators, on behalf of the International Underwriters, on 31 July 2020 in respect of an aggregate of "
    "15,000,000 Shares, representing 15% of the Offer Shares initially available under the Global Offering.": {
        "over_allotment_outcome": "full",
        "over_allotment_shares_issued": "15000000",
    },
    "The Over-allotment Option was partially exercised by the Sole Global Coordinator on 31 July 2020 in respect of "
    "7,650,000 H Shares. The Over-allotment Shares will be issued and allotted by the Company at HK$12.00 per H Share "
    "(exclusive of brokerage), being the Offer Price per Offer Share under the Global Offering.": {
        "over_allotment_outcome": "partial",
        "over_allotment_shares_issued": "7650000",
        "offer_price": "12.00",
    },
    "The stabilization period in connection with the Global Offering ended on Sunday, August 2, 2020, being the 30th day "
    "after the last day for lodging applications under the Hong Kong Public Offering.": {
        "stabilisation_end_date": "2020-08-02"
    },
    "The Over-allotment Option was not exercised during the stabilization period and has lapsed on August 2, 2020.": {
        "over_allotment_outcome": "lapsed"
    },
    "The additional net proceeds of approximately HK$88.6 million to be received by the Company from the issue of the "
    "Over-allotment Shares will be used pro rata.": {"additional_net_proceeds": "88600000"},
    "本公司宣佈，招股章程所述的超額配股權已由聯席全球協調人（代表國際包銷商）於2020年7月31日悉數行使，涉及合共15,000,000股"
    "股份，相當於全球發售項下初步可供認購發售股份總數的15%。": {
        "over_allotment_outcome": "full",
        "over_allotment_shares_issued": "15000000",
    },
    "超額配股股份將由本公司按每股H股12.00港元（不包括1.0%經紀佣金、0.0027%證監會交易徵費及0.005%聯交所交易費）（即全球"
    "發售項下每股發售股份的發售價）發行及配發。": {"offer_price": "12.00"},
    "全球發售的穩定價格期已於2020年8月2日（星期日）（即遞交香港公開發售申請截止日期後第30日）結束。": {
        "stabilisation_end_date": "2020-08-02"
    },
    "於穩定價格期內，整體協調人並無代表國際包銷商行使超額配股權，故超額配股權已於2020年8月2日失效。": {
        "over_allotment_outcome": "lapsed"
    },
    "本公司將自發行超額配發股份收取的額外所得款項淨額估計約為88.6百萬港元。": {"additional_net_proceeds": "88600000"},
    "未獲行使的超額配股權部分已於2020年8月2日失效。超額配股權已獲部分行使，涉及合共7,650,000股H股。": {
        "over_allotment_outcome": "partial",
        "over_allotment_shares_issued": "7650000",
    },
    "The International Underwriters over-allocated 15,000,000 Offer Shares in the International Offering; the Stabilizing "
    "Manager borrowed 15,000,000 Shares.": {"over_allocated_shares": "15000000"},
}
NOTICE = {
    "Dealings in the Class A Shares are expected to commence at 9:00 a.m. on Friday, 18 March 2022; the SPAC Warrants will "
    "be traded separately.": {"listing_date": "2022-03-18"},
    "The Shares will be traded in board lots of 500 Shares each. The stock code of the Shares will be 6996.": {
        "board_lot": "500",
        "stock_code": "06996",
    },
    "股份將以每手500股為單位買賣。股份的股份代號為6996。": {"board_lot": "500", "stock_code": "06996"},
    "The Offer Price will be not more than HK$18.80 and is expected to be not less than HK$16.20 per Offer Share.": {
        "offer_price_high": "18.80",
        "offer_price_low": "16.20",
    },
    "發售價將不高於每股發售股份18.80港元，且目前預期不低於每股發售股份16.20港元。": {
        "offer_price_high": "18.80",
        "offer_price_low": "16.20",
    },
    "the Company is expected to grant the Over-allotment Option to the International Underwriters, exercisable by the "
    "Overall Coordinators, to require the Company to issue up to an aggregate of 15,000,000 additional Offer Shares, "
    "representing not more than 15% of the Offer Shares.": {"over_allotment_option_shares": "15000000"},
    "預期本公司將向國際包銷商授出超額配股權，據此，本公司或須配發及發行最多合共15,000,000股額外股份，佔發售股份約15%。": {
        "over_allotment_option_shares": "15000000"
    },
    "預期定價日為2025年9月23日（星期二）或前後，且無論如何不遲於2025年9月24日中午十二時正。": {
        "price_date": "2025-09-23"
    },
    "The Price Determination Date is expected to be on or before Tuesday, 23 September 2025.": {
        "price_date": "2025-09-23"
    },
    "預期股份將於2025年9月25日（星期四）上午九時正開始於聯交所買賣。": {"listing_date": "2025-09-25"},
    "投資者應細閱本公司日期為2025年9月17日的招股章程。": {"prospectus_date": "2025-09-17"},
    "the prospectus dated 17 September 2025 (the “Prospectus”) issued by the Company": {
        "prospectus_date": "2025-09-17"
    },
}
MORE_OLD = {
    "The Offer Price has been set at HK$8.10 per Offer Share after making a Downward Offer Price Adjustment of 10% from the low-end Offer Price of HK$9.00 per Offer Share.": {
        "offer_price": "8.10"
    },
    "The final Offer Price for both the International Offering and the Hong Kong Public Offering (the “Offer Price”) has been set at HK$85.00 per Offer Share.": {
        "offer_price": "85.00"
    },
    "The Offer Price was determined at HK$2.08 per Offer Share.": {"offer_price": "2.08"},
    "The Company estimates that it will receive net proceeds from the Global Offering of approximately HK$20,123.4 million, after deducting underwriting fees and the offering expenses.": {
        "net_proceeds": "20123400000"
    },
    "The Company will receive net proceeds of approximately HK$67.4 million from the Share Offer after deducting the underwriting commissions and other estimated expenses.": {
        "net_proceeds": "67400000"
    },
    "Assuming the Over-allotment Option is not exercised, the net proceeds to be received by our Company are estimated to be approximately HK$512.3 million.": {
        "net_proceeds": "512300000"
    },
    "we received a total of 392,411 valid applications for a total of 421,345,600 Hong Kong Offer Shares, representing approximately 41.44 times the total number of 10,167,200 Hong Kong Offer Shares initially available under the Hong Kong Public Offering.": {
        "valid_applications": "392411",
        "public_subscription_multiple": "41.44",
        "shares_offered_public_initial": "10167200",
    },
    "The Hong Kong Public Offering has been under-subscribed. 1,020 valid applications were received for a total of 3,456,000 Hong Kong Offer Shares, representing approximately 0.35 time of the total number of 10,000,000 Hong Kong Offer Shares initially available for subscription.": {
        "valid_applications": "1020",
        "public_subscription_multiple": "0.35",
        "shares_offered_public_initial": "10000000",
    },
    "As a result, 6,544,000 unsubscribed Hong Kong Offer Shares have been reallocated from the Hong Kong Public Offering to the International Offering.": {
        "reallocated_shares": "-6544000"
    },
    "The final number of Offer Shares allocated under the Hong Kong Public Offering is 3,456,000 Offer Shares, representing approximately 3.46% of the total number of Offer Shares.": {
        "shares_offered_public": "3456000",
        "public_share_pct": "3.46",
    },
    "The Offer Shares initially offered under the International Offering have been slightly over-subscribed, representing approximately 1.1 times of the total number of Offer Shares initially available under the International Offering.": {
        "international_subscription_multiple": "1.1"
    },
    "there was an over-allocation of 15,000,000 Shares in the International Offering and the total number of placees is 98": {
        "over_allocated_shares": "15000000",
        "placees": "98",
    },
    "A total of 135,000,000 Offer Shares have been conditionally placed to 126 placees under the International Offering.": {
        "placees": "126"
    },
    "the Reserved Shares offered under the Preferential Offering have been under-subscribed. A total of 512 valid applications on BLUE Application Forms have been received for a total of 2,500,000 Reserved Shares, representing approximately 0.25 times of the total number of 10,000,000 Reserved Shares initially available for subscription under the Preferential Offering.": {
        "preferential_subscription_multiple": "0.25",
        "public_subscription_multiple": None,
        "valid_applications": None,
    },
    "The final number of Offer Shares allocated under the Preferential Offering is 2,500,000 Offer Shares.": {
        "shares_offered_preferential": "2500000"
    },
    "Immediately following completion of the Global Offering, the total number of issued Shares will be 1,000,000,000 Shares.": {
        "shares_in_issue": "1000000000"
    },
    "發售價釐定為每股發售股份0.36港元。": {"offer_price": "0.36"},
    "最終發售價為每股H股8.10港元（經作出下調發售價調整）。": {"offer_price": "8.10"},
    "本公司自股份發售收取的所得款項淨額（經扣除有關包銷佣金及其他估計開支後）約為67.4百萬港元。": {
        "net_proceeds": "67400000"
    },
    "已接獲合共1,020份有效申請，認購合共3,456,000股香港發售股份，相當於香港公開發售項下初步可供認購的香港發售股份總數10,000,000股的約0.35倍。": {
        "valid_applications": "1020",
        "public_subscription_multiple": "0.35",
        "shares_offered_public_initial": "10000000",
    },
    "香港公開發售認購不足，故6,544,000股未獲認購的香港發售股份已由香港公開發售重新分配至國際發售。": {
        "reallocated_shares": "-6544000"
    },
    "香港公開發售項下最終發售股份數目為3,456,000股，相當於全球發售項下發售股份總數的約3.46%。": {
        "shares_offered_public": "3456000",
        "public_share_pct": "3.46",
    },
    "根據優先發售以藍色申請表格提出的有效申請合共512份，認購合共2,500,000股預留股份，相當於優先發售項下初步可供認購的預留股份總數10,000,000股的約0.25倍。": {
        "preferential_subscription_multiple": "0.25",
        "public_subscription_multiple": None,
        "valid_applications": None,
    },
    "優先發售項下發售股份的最終數目為2,500,000股。": {"shares_offered_preferential": "2500000"},
    "國際發售項下的發售股份獲輕微超額認購，認購額為國際發售項下初步可供認購發售股份總數的約1.1倍。": {
        "international_subscription_multiple": "1.1"
    },
    "合共135,000,000股國際發售股份已有條件配售予126名承配人。": {"placees": "126"},
    "配售項下合共126名承配人獲分配配售股份。": {"placees": "126"},
    "緊隨全球發售完成後，本公司已發行股份總數為1,000,000,000股。": {"shares_in_issue": "1000000000"},
    "發售量調整權已獲行使，據此，本公司將按發售價發行合共5,000,000股額外發售股份。": {"upsize_shares": "5000000"},
    "The Offer Size Adjustment Option has been exercised in full, pursuant to which the Company is issuing and allotting 5,000,000 additional Offer Shares at the Offer Price.": {
        "upsize_shares": "5000000"
    },
}
MORE_STABILISATION = {
    "The Company further announces that the stabilization period in connection with the Global Offering ended on December 4, 2020.": {
        "stabilisation_end_date": "2020-12-04"
    },
    "穩定價格期已於2020年12月4日（即截止遞交香港公開發售申請日期後30日）屆滿。": {
        "stabilisation_end_date": "2020-12-04"
    },
    "全球發售之穩定價格期於2020年12月4日（星期五）結束。": {"stabilisation_end_date": "2020-12-04"},
    "The Over-allotment Option lapsed on December 4, 2020 and no Shares were or will be issued under the Over-allotment Option.": {
        "over_allotment_outcome": "lapsed"
    },
    "獨家全球協調人並無於穩定價格期內行使超額配股權，而超額配股權已於2020年12月4日失效。": {
        "over_allotment_outcome": "lapsed"
    },
    "The Joint Global Coordinators (on behalf of the International Underwriters) exercised the Over-allotment Option in full on 3 December 2020 in respect of an aggregate of 22,500,000 H Shares.": {
        "over_allotment_outcome": "full",
        "over_allotment_shares_issued": "22500000",
    },
    "The Sole Overall Coordinator partially exercised the Over-allotment Option in respect of an aggregate of 3,210,500 Shares, representing approximately 2.1% of the Offer Shares.": {
        "over_allotment_outcome": "partial",
        "over_allotment_shares_issued": "3210500",
    },
    "the Company will allot and issue 3,210,500 Shares, being part of the Over-allotment Shares, at HK$10.20 per Share": {
        "over_allotment_shares_issued": "3210500",
        "offer_price": "10.20",
    },
    "聯席代表（代表國際承銷商）於2020年12月3日部分行使超額配股權，涉及合共3,210,500股H股，佔全球發售初步可供認購發售股份總數約2.1%。": {
        "over_allotment_outcome": "partial",
        "over_allotment_shares_issued": "3210500",
    },
    "本公司將按每股H股10.20港元發行及配發3,210,500股H股。": {
        "over_allotment_shares_issued": "3210500",
        "offer_price": "10.20",
    },
    "本公司將獲得額外所得款項淨額約31.9百萬港元（經扣除包銷佣金）。": {"additional_net_proceeds": "31900000"},
    "The Company will receive additional net proceeds of approximately HK$31.9 million for the 3,210,500 Shares to be issued.": {
        "additional_net_proceeds": "31900000"
    },
    "因部分行使超額配股權而發行及配發3,210,500股股份的額外所得款項淨額估計約為31.9百萬港元": {
        "additional_net_proceeds": "31900000"
    },
    "在國際發售中超額分配合共22,500,000股H股，佔任何超額配股權獲行使前全球發售初步可供認購發售股份總數約15%": {
        "over_allocated_shares": "22500000"
    },
    "over-allocations of an aggregate of 22,500,000 H Shares in the International Offering, representing approximately 15%": {
        "over_allocated_shares": "22500000"
    },
}
MORE_NOTICE = {
    "Mechanism B has been adopted for the allocation of the Offer Shares": {"allocation_mechanism": "B"},
    "本次全球發售採用上市規則第18項應用指引第4.2(b)段所載的機制B。": {"allocation_mechanism": "B"},
    "The Company has adopted Mechanism A under Practice Note 18 of the Listing Rules": {"allocation_mechanism": "A"},
    "Assuming that the Share Offer becomes unconditional at or before 8:00 a.m. in Hong Kong on Thursday, 16 January 2020, it is expected that dealings in the Shares on GEM will commence at 9:00 a.m. on Thursday, 16 January 2020.": {
        "listing_date": "2020-01-16"
    },
    "假設股份發售於2020年1月16日（星期四）上午八時正（香港時間）或之前成為無條件，預期股份將於2020年1月16日（星期四）上午九時正起在GEM開始買賣。": {
        "listing_date": "2020-01-16"
    },
    "The Offer Price will be not more than HK$0.40 per Offer Share and is currently expected to be not less than HK$0.30 per Offer Share, unless otherwise announced.": {
        "offer_price_high": "0.40",
        "offer_price_low": "0.30",
    },
    "發售價將不高於每股發售股份0.40港元，並預期不低於每股發售股份0.30港元。": {
        "offer_price_high": "0.40",
        "offer_price_low": "0.30",
    },
    "發售價將為每股發售股份0.30港元至0.40港元。": {"offer_price_high": "0.40", "offer_price_low": "0.30"},
    "除非另有公佈，發售價預期介乎每股發售股份0.30港元與0.40港元之間。": {
        "offer_price_high": "0.40",
        "offer_price_low": "0.30",
    },
    "H股將以每手100股進行買賣，股份代號為2196。": {"board_lot": "100", "stock_code": "02196"},
    "股份將以500股為一手買賣單位進行買賣。": {"board_lot": "500"},
    "The Shares will be traded in board lots of 500 Shares each and the stock code is 2196.": {
        "board_lot": "500",
        "stock_code": "02196",
    },
    "預期定價日為2020年1月8日（星期三）或之前": {"price_date": "2020-01-08"},
    "The Price Determination Date is expected to be on Wednesday, 8 January 2020": {"price_date": "2020-01-08"},
    "The Offer Price is expected to be fixed by agreement between the Sole Global Coordinator and our Company on the Price Determination Date, which is expected to be on or around Wednesday, 8 January 2020": {
        "price_date": "2020-01-08"
    },
    "發售價預期將由獨家全球協調人與本公司於2020年1月8日（星期三）或前後協定。": {"price_date": "2020-01-08"},
    "本公司已授出超額配股權，可由整體協調人行使，據此可要求本公司按發售價配發及發行最多22,500,000股額外H股，相當於全球發售初步可供認購發售股份總數不超過15%": {
        "over_allotment_option_shares": "22500000"
    },
    "which require the Company to allot and issue up to 22,500,000 additional Offer Shares under the Over-allotment Option at the Offer Price": {
        "over_allotment_option_shares": "22500000"
    },
    "the prospectus of the Company dated Tuesday, 31 December 2019": {"prospectus_date": "2019-12-31"},
    "本公司於2019年12月31日刊發的招股章程": {"prospectus_date": "2019-12-31"},
}
MORE_OLD |= {
    "發售價已釐定為每個發售單位5.20港元。": {"offer_price": "5.20"},
    "公開發售接獲1,020份有效申請，認購合共34,560,000個單位，相當於公開發售項下初步可供認購的10,000,000個單位約3.46倍。": {
        "valid_applications": "1020",
        "public_subscription_multiple": "3.46",
        "shares_offered_public_initial": "10000000",
    },
}
CASES = [
    (kind, sentence, figures)
    for kind, table in (
        ("old", OLD | MORE_OLD),
        ("stabilisation", STABILISATION | MORE_STABILISATION),
        ("notice", NOTICE | MORE_NOTICE),
    )
    for sentence, figures in table.items()
]


@pytest.mark.parametrize(("kind", "sentence", "figures"), CASES)
def test_what_a_sentence_states(kind: str, sentence: str, figures: dict[str, str | None]) -> None:
    stated = {one.metric: str(one.cell.value) for one in reversed(read_clauses(flow(sentence), kind))}
    assert {name: _same(stated.get(name)) for name in figures} == {n: _same(v) for n, v in figures.items()}


def _same(value: str | None) -> str | Decimal | None:
    return Decimal(value) if value and value.replace(".", "", 1).isdigit() else value


INVESTORS = {
    "根據基石投資協議，北辰基金（香港）有限公司（「北辰」）已認購3,000,000股發售股份，佔發售股份總數約3.0%；長青人壽保險股份"
    "有限公司已認購2,000,000股發售股份，佔約2.0%；及Harbour Light Master Fund獲分配1,000,000股發售股份。": {
        "北辰基金（香港）有限公司": 3000000,
        "長青人壽保險股份有限公司": 2000000,
        "Harbour Light Master Fund": 1000000,
    },
    "國際發售的承配人包括下列基石投資者：(i)北辰基金認購合共3,000,000股H股；(ii)長青基金認購合共3,000,000股H股。": {
        "北辰基金": 3000000,
        "長青基金": 3000000,
    },
    "Pursuant to the Cornerstone Investment Agreements, (a) North Star Fund L.P. has subscribed for 3,000,000 Offer "
    "Shares, representing approximately 3.0% of the Offer Shares; (b) Evergreen Life Insurance Co., Ltd. has subscribed "
    "for 2,000,000 Offer Shares; and (c) Harbour Light Master Fund has been allocated 1,000,000 Offer Shares.": {
        "North Star Fund L.P.": 3000000,
        "Evergreen Life Insurance Co., Ltd.": 2000000,
        "Harbour Light Master Fund": 1000000,
    },
    "基石投資者北辰基金及長青人壽保險有限公司分別認購3,000,000股及2,000,000股發售股份。": {
        "北辰基金": 3000000,
        "長青人壽保險有限公司": 2000000,
    },
    "兩名基石投資者已獲分配發售股份，其中3,000,000股發售股份予北辰基金，2,000,000股發售股份予長青基金。": {
        "北辰基金": 3000000,
        "長青基金": 2000000,
    },
    "基石投資者為北辰基金（3,000,000股發售股份）及長青基金（2,000,000股發售股份）。": {
        "北辰基金": 3000000,
        "長青基金": 2000000,
    },
    "The Cornerstone Investors, North Star Fund L.P. and Evergreen Life Co., Ltd., have subscribed for 3,000,000 and "
    "2,000,000 Offer Shares, respectively.": {"North Star Fund L.P.": 3000000, "Evergreen Life Co., Ltd.": 2000000},
    "The Cornerstone Investors are: North Star Fund L.P. (3,000,000 Offer Shares) and Evergreen Life Co., Ltd. (2,000,000 "
    "Offer Shares).": {"North Star Fund L.P.": 3000000, "Evergreen Life Co., Ltd.": 2000000},
    "Of the Cornerstone Investors, 3,000,000 Offer Shares have been allocated to North Star Fund and 2,000,000 Offer Shares "
    "to Evergreen Life Limited.": {"North Star Fund": 3000000, "Evergreen Life Limited": 2000000},
    "基石投資者已認購合共12,600,000股發售股份，佔發售股份總數約12.6%。": {},
    "The Cornerstone Investors have subscribed for a total of 12,600,000 Offer Shares.": {},
}


@pytest.mark.parametrize(("sentence", "investors"), INVESTORS.items())
def test_investors_that_sentences_name(sentence: str, investors: dict[str, int]) -> None:
    found = {one.holder: one.cell.value for one in read_investors(flow(sentence), None)}
    assert found == investors


def test_investors_who_do_not_sum_up_to_the_total_are_not_believed() -> None:
    sentence = next(iter(INVESTORS))
    assert len(read_investors(flow(sentence), Decimal(6000000))) == 3
    assert not read_investors(flow(sentence), Decimal(9000000))
