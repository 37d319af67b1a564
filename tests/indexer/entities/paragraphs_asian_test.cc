// SPDX-License-Identifier: GPL-2.0-or-later
//
// Short news paragraphs written for these tests, with the persons and countries that a librarian reads in
// them.
#include <doctest/doctest.h>

#include "tests/indexer/entities/trap_cases.h"

namespace broadsheet {
namespace {

TEST_CASE(
    "Arabic, Chinese, Japanese and Korean paragraphs are filed under the persons and countries they name") {
  check_traps({
      // ar
      {"التقى الرئيس الأمريكي دونالد ترامب ولي العهد السعودي الأمير محمد بن سلمان في الرياض. وقال ترامب إن "
       "المباحثات مع السعودية كانت مثمرة.",
       "Donald Trump; Mohammed bin Salman", "sa us", "", 2025},
      {"أعلن وزير الخارجية الروسي سيرغي لافروف أن موسكو مستعدة للحوار مع أوكرانيا. وجاء تصريح لافروف خلال "
       "زيارة للجزائر.",
       "Sergei Lavrov", "dz ru ua", "", 2025},
      {"وصل رئيس الوزراء العراقي محمد شياع السوداني إلى طهران. ومن المقرر أن يلتقي بالمرشد علي خامنئي.",
       "Mohammed Shia al-Sudani; Ali Khamenei", "iq ir", "", 2025},
      {"ضرب زلزال عنيف جنوب تركيا وشمال سوريا. وأرسلت الإمارات وقطر فرق إنقاذ إلى المنطقة.", "",
       "ae qa sy tr", "", 2025},
      {"قال بنيامين نتنياهو إن الجيش الإسرائيلي سيواصل عملياته في لبنان. ورد نعيم قاسم بأن حزب الله لن "
       "يستسلم.",
       "Benjamin Netanyahu; Naim Qassem", "il lb", "", 2025},
      // zh
      {"国家主席习近平周二在北京会见法国总统马克龙。双方就乌克兰危机交换了意见。",
       "Xi Jinping; Emmanuel Macron", "cn fr ua", "", 2025},
      {"美国总统特朗普宣布对墨西哥和加拿大商品加征关税。加拿大总理卡尼表示将采取反制措施。",
       "Donald Trump; Mark Carney", "ca mx us", "", 2025},
      {"外交部发言人毛宁说，中方对日本的做法表示强烈不满。", "Mao Ning", "cn jp", "", 2025},
      {"俄罗斯外长拉夫罗夫抵达平壤，同朝鲜领导人金正恩举行会谈。", "Sergei Lavrov; Kim Jong Un", "kp ru", "",
       2025},
      {"印度总理莫迪将访问斯里兰卡和马尔代夫。新德里方面称此访意义重大。", "Narendra Modi", "in lk mv", "",
       2025},
      {"土耳其总统埃尔多安在安卡拉表示，支持叙利亚重建。德国总理默茨对此表示欢迎。",
       "Recep Tayyip Erdogan; Friedrich Merz", "de sy tr", "", 2025},
      // ja
      {"石破茂首相は7日、ワシントンでトランプ大統領と会談した。日米両政府は関税をめぐる協議を続ける。",
       "Shigeru Ishiba; Donald Trump", "jp us", "", 2025},
      {"大谷翔平選手が今季40号の本塁打を放った。ロバーツ監督は「信じられない」と語った。", "Shohei Ohtani",
       "", "", 2025},
      {"ロシアのプーチン大統領は北京で習近平国家主席と会った。ウクライナ情勢が主な議題となった。",
       "Vladimir Putin; Xi Jinping", "cn ru ua", "", 2025},
      {"韓国の尹錫悦大統領が罷免された。ソウルでは支持者が抗議し、米国務省は声明を出した。", "Yoon Suk Yeol",
       "kr us", "", 2025},
      {"フィリピン沖で地震があり、台湾やインドネシアでも揺れを感じた。", "", "id ph tw", "", 2025},
      {"フランスのマクロン大統領とドイツのメルツ首相がキーウを訪れ、ゼレンスキー氏と会談した。",
       "Emmanuel Macron; Friedrich Merz; Volodymyr Zelensky", "de fr ua", "", 2025},
      // ko
      {"이재명 대통령은 워싱턴에서 도널드 트럼프 미국 대통령과 정상회담을 가졌다. 한국 측은 관세 인하를 "
       "요청했다.",
       "Lee Jae Myung; Donald Trump", "kr us", "", 2025},
      {"북한 김정은 국무위원장이 러시아를 방문해 푸틴 대통령과 만났다.", "Kim Jong Un; Vladimir Putin",
       "kp ru", "", 2025},
      {"손흥민이 두 골을 넣으며 독일 팀을 꺾었다. 감독은 손흥민을 극찬했다.", "Son Heung-min", "de", "",
       2025},
      {"이시바 시게루 일본 총리는 도쿄에서 중국의 왕이 외교부장을 접견했다.", "Shigeru Ishiba; Wang Yi",
       "cn jp", "", 2025},
      {"튀르키예와 시리아에서 강진이 발생해 수천 명이 숨졌다. 정부는 구호대를 파견하기로 했다.", "", "sy tr",
       "", 2025},
      {"우크라이나의 젤렌스키 대통령이 폴란드 바르샤바에서 투스크 총리를 만났다.",
       "Volodymyr Zelensky; Donald Tusk", "pl ua", "", 2025},
  });
}

TEST_CASE("Arabic, Chinese, Japanese and Korean paragraphs: what is known to be filed wrongly still is") {
  check_known_faults({
      {"سجل محمد صلاح هدفين في فوز ليفربول على مانشستر سيتي. وأشاد المدرب الهولندي باللاعب المصري.",
       "Mohamed Salah", "eg gb nl", "", 2025},
  });
}

}  // namespace
}  // namespace broadsheet
