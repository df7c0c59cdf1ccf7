using EduAid.Domain.Values;

namespace EduAid.Domain.Tests.Values;

public sealed class PinyinTests
{
    // Surnames and given characters as they are read in names.
    private const string Readings =
        "王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 高gao 林lin 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu "
        + "韩han 冯feng 邓deng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 袁yuan 潘pan 于yu 蒋jiang 蔡cai 余yu 杜du 叶ye 程cheng 苏su 魏wei 吕lv 丁ding 任ren 沈shen 姚yao 卢lu 姜jiang "
        + "崔cui 钟zhong 谭tan 陆lu 汪wang 范fan 金jin 石shi 廖liao 贾jia 夏xia 韦wei 付fu 方fang 白bai 邹zou 孟meng 熊xiong 秦qin 邱qiu 江jiang 尹yin 薛xue 闫yan 段duan 雷lei 侯hou 龙long "
        + "史shi 陶tao 黎li 贺he 顾gu 毛mao 郝hao 龚gong 邵shao 万wan 钱qian 严yan 覃qin 武wu 戴dai 莫mo 孔kong 向xiang 汤tang 常chang 温wen 康kang 施shi 文wen 牛niu 樊fan 葛ge 邢xing 安an "
        + "齐qi 易yi 乔qiao 伍wu 庞pang 颜yan 倪ni 庄zhuang 聂nie 章zhang 鲁lu 岳yue 翟zhai 殷yin 詹zhan 申shen 欧ou 耿geng 关guan 兰lan 焦jiao 俞yu 左zuo 柳liu 甘gan 祝zhu 包bao 宁ning "
        + "单shan 解xie 仇qiu 查zha 乐yue 区ou 朴piao 盖ge 缪miao 薄bo 阚kan 都du 伟wei 明ming 丽li 芳fang 娜na 静jing 敏min 艳yan 娟juan 涛tao 强qiang 军jun 磊lei 洋yang 勇yong 杰jie 英ying "
        + "霞xia 平ping 刚gang 桂gui 玉yu 萍ping 红hong 娥e 玲ling 芬fen 燕yan 彩cai 春chun 菊ju 凤feng 洁jie 梅mei 琳lin 素su 云yun 莲lian 真zhen 环huan 雪xue 荣rong 爱ai 妹mei 香xiang 月yue "
        + "莺ying 媛yuan 瑞rui 凡fan 佳jia 嘉jia 琼qiong 勤qin 珍zhen 贞zhen 莉li 娣di 璧bi 璐lu 娅ya 琦qi 晶jing 妍yan 茜qian 秋qiu 珊shan 莎sha 锦jin 黛dai 青qing 倩qian 婷ting 子zi 轩xuan "
        + "浩hao 宇yu 梓zi 涵han 雨yu 桐tong 一yi 诺nuo 欣xin 怡yi 博bo 俊jun 豪hao 志zhi 建jian 国guo 华hua 小xiao 女nv 旅lv 略lve 阿a 昂ang 儿er 日ri 尊zun 醉zui 昨zuo";

    private static readonly (char Character, string Syllable)[] Known = [.. Readings.Split(' ').Select(r => (r[0], r[1..]))];

    [Fact]
    public void Common_characters_of_names_are_read_as_people_read_them()
    {
        Known.Should().HaveCountGreaterThan(200);
        Known.Where(k => Pinyin.Syllables(k.Character.ToString())[0] != k.Syllable).Should().BeEmpty();
    }

    [Theory]
    [InlineData("王小明", "wxm")]
    [InlineData("王 小 明", "wxm")]
    [InlineData("单小明", "sxm")]
    [InlineData("王单明", "wdm")]
    [InlineData("阿依古丽·买买提", "ayglmmt")]
    [InlineData("李Ａ", "la")]
    [InlineData("王?明", "wm")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Initials_are_the_first_letters(string? name, string initials) => Pinyin.Initials(name).Should().Be(initials);

    [Theory]
    [InlineData("王芳", "王方", true)]
    [InlineData("张伟", "章伟", true)]
    [InlineData("王芳", "王芬", false)]
    [InlineData("王芳", "王", false)]
    [InlineData("王□", "王□", false)]
    [InlineData("", "", false)]
    public void Names_sound_alike_by_their_syllables(string one, string other, bool alike) => Pinyin.SoundAlike(one, other).Should().Be(alike);
}
