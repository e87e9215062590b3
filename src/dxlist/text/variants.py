"""Characters that a reader takes for one: radicals in place of kanji, and kanji in several forms.

Sources: of radicals, Unicode's property Equivalent_Unified_Ideograph (EquivalentUnifiedIdeograph-15.0.0.txt).
Of kanji, the forms that 常用漢字表 and the table of 人名用漢字 (戸籍法施行規則 別表第二) give for one character,
most of them as Unicode's Unihan database has them (kJoyoKanji, kJinmeiyoKanji of Unihan_OtherMappings.txt 15.0.0);
表外漢字字体表 (国語審議会 2000) for 簡易慣用字体; 戸籍統一文字 (法務省) for 髙, 﨑 and their like, of names of
people and places.  ヶ for ケ (霞ヶ関, 霞ケ関): everyday office Japanese, no source.
"""

from __future__ import annotations

# RADICALS and the first table of VARIANTS are made from data files of Unicode (EquivalentUnifiedIdeograph-15.0.0.txt,
# Unihan_OtherMappings.txt 15.0.0), less what NFKC does by itself.  They are used under this notice:
#
# UNICODE LICENSE V3
#
# COPYRIGHT AND PERMISSION NOTICE
#
# Copyright © 1991-2023 Unicode, Inc.
#
# NOTICE TO USER: Carefully read the following legal agreement. BY DOWNLOADING, INSTALLING, COPYING OR OTHERWISE USING
# DATA FILES, AND/OR SOFTWARE, YOU UNEQUIVOCALLY ACCEPT, AND AGREE TO BE BOUND BY, ALL OF THE TERMS AND CONDITIONS OF
# THIS AGREEMENT. IF YOU DO NOT AGREE, DO NOT DOWNLOAD, INSTALL, COPY, DISTRIBUTE OR USE THE DATA FILES OR SOFTWARE.
#
# Permission is hereby granted, free of charge, to any person obtaining a copy of data files and any associated
# documentation (the "Data Files") or software and any associated documentation (the "Software") to deal in the Data
# Files or Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
# distribute, and/or sell copies of the Data Files or Software, and to permit persons to whom the Data Files or
# Software are furnished to do so, provided that either (a) this copyright and permission notice appear with all
# copies of the Data Files or Software, or (b) this copyright and permission notice appear in associated
# Documentation.
#
# THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
# NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT OF THIRD
# PARTY RIGHTS.
#
# IN NO EVENT SHALL THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS NOTICE BE LIABLE FOR ANY CLAIM, OR ANY SPECIAL
# INDIRECT OR CONSEQUENTIAL DAMAGES, OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN
# AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
# PERFORMANCE OF THE DATA FILES OR SOFTWARE.
#
# Except as contained in this notice, the name of a copyright holder shall not be used in advertising or otherwise to
# promote the sale, use or other dealings in these Data Files or Software without prior written authorization of the
# copyright holder.


def _pairs(text: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in text.split()}


RADICALS: dict[str, str] = _pairs(
    "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 "
    "⺕𫜹 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 "
    "⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 "
    "⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 "
    "⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 "
    "⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ㇆𠃌 ㇏乀 ㇐一 ㇑丨 ㇒丿 ㇓丿 ㇔丶 ㇕𠃍 "
    "㇖乛 ㇗𠃊 ㇘𠃎 ㇙𠄌 ㇚亅 ㇛𡿨 ㇜𠃋 ㇝乀 ㇞𠃑 ㇟乚 ㇠乙 ㇡𠄎 "
)
"""A radical or a stroke -> the kanji of its shape.  A PDF gives the one for the other: ⺠間 for 民間."""

VARIANTS: dict[str, str] = _pairs(
    # 人名用漢字 and 常用漢字: the form that a name may still have -> the one in common use
    "乘乗 亘亙 亞亜 佛仏 來来 傳伝 僞偽 價価 儉倹 兒児 冨富 凉涼 凜凛 剥剝 剩剰 劍剣 勳勲 卷巻 卽即 叱𠮟 "
    "單単 嚴厳 圈圏 國国 圓円 團団 埜野 填塡 增増 壘塁 壞壊 壯壮 壽寿 奧奥 奬奨 孃嬢 寢寝 實実 寬寛 將将 "
    "專専 尭堯 峯峰 峽峡 嶋島 巌巖 巢巣 帶帯 廣広 廳庁 彈弾 彌弥 從従 徵徴 德徳 恆恒 惠恵 惡悪 愼慎 應応 "
    "懷懐 戰戦 戲戯 拂払 拔抜 拜拝 揭掲 搖揺 搜捜 擊撃 攝摂 收収 敍叙 晃晄 晚晩 晝昼 曆暦 曉暁 曾曽 桧檜 "
    "條条 榮栄 槙槇 樂楽 樣様 橫横 檢検 櫻桜 步歩 歷歴 每毎 氣気 涉渉 淚涙 淨浄 渴渇 溫温 滯滞 澁渋 "
    "濕湿 瀧滝 瀨瀬 燈灯 燒焼 爭争 爲為 狀状 狹狭 獸獣 疊畳 瘦痩 盃杯 盜盗 盡尽 眞真 碎砕 "
    "祕秘 祢禰 祷禱 禄祿 禪禅 禮礼 稻稲 穗穂 穣穰 粹粋 綠緑 緖緒 緣縁 縣県 縱縦 纖繊 聽聴 臟臓 與与 "
    "莊荘 萌萠 萬万 薗園 薰薫 藏蔵 藝芸 藥薬 虛虚 衞衛 裝装 覽覧 謠謡 讓譲 賣売 賴頼 轉転 遥遙 郞郎 醉酔 "
    "釀醸 錄録 鍊錬 鎭鎮 鑄鋳 陷陥 險険 雜雑 靜静 頬頰 顯顕 飜翻 駈駆 騷騒 驗験 髮髪 鷄鶏 黃黄 黑黒 默黙 "
    "龍竜 "
    # 常用漢字表: further forms in brackets (いわゆる康熙字典体), and those that Unicode has as characters of their own
    "學学 會会 區区 體体 當当 發発 舊旧 寫写 辭辞 變変 澤沢 假仮 號号 圖図 對対 醫医 鐵鉄 驛駅 數数 畫画 "
    "豐豊 缺欠 參参 殘残 繼継 續続 譯訳 關関 點点 黨党 獨独 讀読 總総 齒歯 齡齢 觀観 勸勧 權権 歡歓 擴拡 "
    "鑛鉱 勞労 蠶蚕 蟲虫 證証 亂乱 臺台 濟済 劑剤 隨随 髓髄 樞枢 聲声 竊窃 淺浅 潛潜 踐践 錢銭 雙双 屬属 "
    "墮堕 擇択 擔担 膽胆 遲遅 癡痴 鬪闘 腦脳 惱悩 霸覇 廢廃 麥麦 蠻蛮 寶宝 豫予 餘余 譽誉 舉挙 擧挙 兩両 "
    "獵猟 勵励 靈霊 隸隷 戀恋 爐炉 樓楼 灣湾 經経 輕軽 莖茎 徑径 繪絵 壹壱 貳弐 鹽塩 毆殴 歐欧 穩穏 嶽岳 "
    "據拠 驅駆 攜携 效効 册冊 棧桟 贊賛 釋釈 肅粛 處処 稱称 觸触 囑嘱 插挿 敕勅 遞逓 屆届 繩縄 姬姫 甁瓶 "
    "滿満 彥彦 絲糸 說説 稅税 產産 靑青 淸清 內内 戶戸 敎教 旣既 硏研 鄕郷 飮飲 吳呉 尙尚 "
    # 表外漢字字体表: 簡易慣用字体 and other forms of JIS X 0208 -> 印刷標準字体
    "唖啞 頴穎 鴎鷗 撹攪 麹麴 鹸鹼 噛嚙 繍繡 蒋蔣 醤醬 掻搔 屏屛 并幷 桝枡 麺麵 沪濾 芦蘆 蝋蠟 弯彎 騨驒 繋繫 "
    # names of people and places
    "髙高 邊辺 濱浜 﨑崎 嵜崎 齋斎 齊斎 斉斎 邉辺 槗橋 栁柳 舘館 嶌島 渕淵 渊淵 篭籠 靏鶴 濵浜 "
    # small kana of place names and counters
    "ヶケ ヵカ "
)
"""A form of a character -> the one that all its forms are compared by."""
