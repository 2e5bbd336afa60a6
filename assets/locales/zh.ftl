### Application

app-name = 柳城阅览
app-report-of = { $date } 报道
app-checks = 核对
app-switch-language = English
app-to-dark = 换成深色
app-to-light = 换成浅色
app-back = 后退
app-forward = 前进
app-search = 搜索汉字、拼音、首字母
app-search-short = 搜索
app-search-name = 搜索
app-record = 右侧显示条目
app-close = 关闭
app-close-record = 关闭条目
app-expand-record = 展开条目
app-previous = 上一行
app-next = 下一行
app-show-sentence = 看原句
app-show-in-table = 看表中行
app-copy = 复制
app-list-separator = 、
app-clause-separator = ，
app-switch-language-short = EN
app-key = { $name }（{ $key }）

view-article = 文章
view-projects = 项目
view-infrastructure = 基础设施
view-approvals = 审批
view-facts = 事实

error-title = 这份卷宗有 { $count } 处错误
error-line = { $place }：读到 { $found }，应为{ $expected }
error-hint = 改好后重新打开；命令行 check 列出同样的内容。

### Views

projects-lede = 报道点名 { $count } 个，其中 { $stated } 个写明投资
projects-total = 合计
projects-total-note = { $stated } 个计划数相加，另 { $missing } 个报道未说明
projects-planned-not-spent = 计划数，非已投入
projects-checks = 与全文核对
infrastructure-lede = { $count } 项工程，规划与建成分列
infrastructure-refused = 不相加：规划与建成、公里与盏，不是一回事
infrastructure-unclear = 报道未说明是规划还是建成
infrastructure-care = 阅读时留意
approvals-lede = 承接的权限、办结的件、承诺的时限
approvals-powers = 承接的市级事项
approvals-windows = 各窗口办结
approvals-limits = 时限
approvals-limits-note = 上限，不是实际用时
approvals-share = 占比
approvals-window = 窗口
approvals-completed = 办结
approvals-refused = 不作比较
approvals-ways = 其他事实
approvals-none = 筛选后没有剩下的行
facts-lede = 全文 { $count } 条，其中数字 { $numbers } 个
article-lede = 自述全文，数字逐一连回原句
article-head = 本文是对 { $date } 一篇报道的自述，原题“{ $title }”，署名{ $bylines }。
article-contents = 目录
article-paragraph = { $section }，第 { $paragraph } 段
article-short-paragraph = { $section } 第 { $paragraph } 段
article-figures = { $count } 个数字
article-as-of = 时点 { $date }

stage-talks = 在谈
stage-signed = 签约
stage-landed = 落地
stage-building = 在建
stage-trial = 试生产
stage-running = 投产
stage-conflict = 两处说法，两个阶段

status-planned = 规划
status-built = 建成
status-trial = 试运行
status-potential = 潜在
status-target = 目标
status-forecast = 预计
status-unclear = 未明

origin-stated = 报道所述
origin-computed = 编者算出
origin-editorial = 编者归类
origin-computed-note = 编者算出，报道未写
origin-editorial-note = 编者归类，报道未指明
origin-rendering-note = 英文名为编者转写

group-roads = 道路，公里
group-pipes = 管网，公里
group-other = 其他工程

verdict-agrees = 相符
verdict-rounding = 四舍五入
verdict-bound = 仅核上限
verdict-disagrees = 不符
verdict-undecided = 无法判定
verdict-refused = 不作比较

record-full-name = 全称
record-stage = 阶段
record-investment = 计划总投资
record-output = 年产值
record-jobs = 就业岗位
record-product = 产品
record-capacity = 年产能
record-cluster = 产业
record-aliases = 又称
record-not-stated = 报道未说明
record-condition = 条件
record-scope = 范围
record-planned = 规划
record-built = 建成
record-unclear = 未明
record-as-of = 时点
record-value = 数值
record-status = 状态
record-origin = 来源
record-evidence = 原句短语
record-note = 注
record-checks = 核对
record-refused = 不作比较
record-label = 条目
record-english = 英译

event-settled = 落户
event-ground-broken = 动工
event-completed = 竣工
event-started = 投产

not-stated = 报道未说明
not-stated-dash = — 报道未说明
