### Application

app-name = 柳城阅览
app-report-of = { $date } 报道
app-checks = 核对
app-views = 页面
app-switch-language = English
app-to-dark = 换成深色
app-to-light = 换成浅色
app-search = 搜索汉字、拼音、首字母
app-search-short = 搜索
app-search-name = 搜索
search-clear = 清空搜索
search-offers = 补全
pane-edge-article = 文章栏宽度
pane-edge-record = 条目栏宽度
app-close-record = 关闭条目
app-expand-record = 展开条目
app-show-sentence = 看原句
app-list-separator = 、
announce-row = { $card }。已到{ $view }表的“{ $row }”。
app-clause-separator = ，
app-switch-language-short = EN

view-article = 文章
view-projects = 项目
view-infrastructure = 基础设施
view-approvals = 审批
view-facts = 事实

error-title = 这份资料有 { $count } 处错误
error-hint = 改好后重新打开；命令行 check 列出同样的内容。
error-line = { $file }：{ $place }读到 { $found }，应为 { $expected }
error-place = { $place }：
error-none-missing = 没有这个文件夹
error-none-file = 这是文件，不是资料文件夹
error-none-empty = 这个文件夹里没有资料
error-none-closed = 这个文件夹无法读取
error-none-hint = 资料是一个文件夹，内有 dossier.json、article.zh.md、article.en.md 和各个表。
opening-title = 正在打开 { $name }
opening-so-far = 已读 { $done } MB，共 { $all } MB
opening-progress = 读取进度
opening-cancel = 取消
opening-cancel-key = Esc
opening-stale = 资料文件已改动
opening-stale-note = 表中各行随看随读，而文件已不是打开时的那一份。
opening-again = 重新打开
error-back = 回到{ $name }

### Views

projects-lede = 报道点名 { $count } 个，其中 { $stated } 个写明投资
projects-total = 合计
projects-total-note =
    { $stated } 个计划数相加{ $missing ->
        [0] {""}
       *[other] ，另 { $missing } 个报道未说明
    }
projects-planned-not-spent = 计划数，非已投入
projects-checks = 与全文核对
infrastructure-lede = { $count } 项工程，规划与建成分列
infrastructure-unclear = 报道未说明是规划还是建成
infrastructure-care = 阅读时留意
approvals-lede = 承接的权限、办结的件、承诺的时限
approvals-powers = 承接的市级事项
approvals-windows = 各窗口办结
approvals-limits = 时限
approvals-limits-note = 上限，不是实际用时
approvals-promise = 承诺
approvals-target = 目标
approvals-share = 占比
approvals-window = 窗口
approvals-completed = 办结
approvals-refused = 不作比较
approvals-ways = 其他事实
facts-lede = 全文 { $count } 条，其中数字 { $numbers } 个
facts-lede-rows = 不含项目各行的 { $count } 条
article-lede = 自述全文，数字逐一连回原句
article-head = 本文是对 { $date } 一篇报道的自述，原题“{ $title }”，署名{ $bylines }。
article-paragraph = { $section }，第 { $paragraph } 段
article-short-paragraph = { $section } 第 { $paragraph } 段
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
record-output = 产值
record-jobs = 就业岗位
record-product = 产品
record-capacity = 年产能
record-cluster = 产业
record-aliases = 又称
record-not-stated = 报道未说明
record-planned = 规划
record-built = 建成
record-unclear = 未明
record-as-of = 时点
record-value = 数值
record-origin = 来源
record-checks = 核对
record-refused = 不作比较
record-english = 英译

event-settled = 落户
event-ground-broken = 动工
event-completed = 竣工
event-started = 投产

not-stated = 报道未说明

### Dossier

## What a figure measures: row and field

label-row = { $row } { $second }
label-fact = { $row } { $second }
label-capacity = { $product }产能
label-named = 产品名称：{ $product }

field-full-name = 全称
field-alias = 别称
field-stage = 进展
field-investment = 计划总投资
field-output = 预期产值
field-jobs = 就业岗位
field-planned = 规划
field-built = 建成
field-unclear = 规划或建成未说明
field-completed = 办结数
field-days = 办结时限
field-visits = 跑动次数
field-powers-total = 承接的审批事项
field-powers-direct = 直接审批事项
field-powers-entrusted = 委托审批事项
field-approvals-completed = 办结的审批事项
field-settled = 落户日期
field-ground-broken = 破土动工日期
field-completed-date = 完工日期
field-started = 投产日期

## How a date was found, and what stands beside a figure

resolution-relative = “{ $text }”按刊出日 { $published } 推定为 { $date }。
resolution-inferred = “{ $text }”推定为 { $date }，报道没有直接写明。
resolution-report = “{ $text }”指刊出之时，即 { $date }。
resolution-unclear = “{ $text }”指何时，报道没有说明。
note-condition = 条件：{ $text }
note-scope = 范围：{ $text }

## Checks

check-listed = 所列 { $count } 项
check-summands = …（共 { $count } 项）
check-rounding = 印出的数代表 { $low } 到 { $high } 之间，算得的数在其中。
open-no-number = 其中有一项没有可算的数或日期。
open-unlike = 各项量的不是同一种东西，或量词不同。
open-loose = 其中有约数或界限，定不下来。
open-by-zero = 除数为零。
open-too-large = 数太大，无法计算。
# Reader
reader-close = 关闭
reader-contents = 目录
reader-contents-figures = { $count } 处连回原句
reader-copy = 复制
reader-copy-cited = 连同出处复制
reader-show-in-table = 看表中行
reader-occurrence = 第 { $at } 处，共 { $count } 处
reader-next-place = 下一处（Shift+N）
reader-previous-place = 上一处（Shift+P）
### Table
table-row-name = 第 { $row } 行，共 { $rows } 行
table-cell-empty = { $column } 空
table-cell-name = { $column } { $value }
table-header-ascending = { $column }，从低到高
table-header-descending = { $column }，从高到低
table-header-key = 第 { $nr } 键，共 { $keys } 键
table-header-filtered = 已筛选
table-filter-column = 筛选 { $column }
table-filter-menu = 筛选…
order-of-rows = 次序
order-number-up = 从低到高
order-number-down = 从高到低
order-date-up = 从早到晚
order-date-down = 从晚到早
order-list-up = 从前到后
order-list-down = 从后到前
order-pinyin-up = 按拼音
order-pinyin-down = 按拼音倒序
order-stroke-up = 按笔画
order-stroke-down = 按笔画倒序
order-english-up = 按英文字母
order-english-down = 按英文字母倒序
table-sort-as-in-report = 按报道顺序
table-hide-column = 隐藏此列
table-freeze-column = 冻结至此列
table-unfreeze-column = 取消冻结
table-reset-columns = 恢复各列
table-cell-only = 只看此值
table-cell-not = 排除此值
table-cell-at-least = 不低于此值
table-cell-at-most = 不高于此值
table-cell-copy = 复制
table-cell-copy-rows =
    { $count ->
        [1] 复制此行
       *[other] 复制 { $count } 行
    }
table-cell-show-in-article = 在文章中看
table-cell-show-record = 看记录
table-clause-is = { $column } 为
table-clause-is-not = { $column } 不为
table-clause-search = 搜索
table-clause-has = { $column } 含
table-clause-has-not = { $column } 不含
table-more-clauses = 另有 { $count } 项
table-query-enter = 按回车键照此排序、分组
table-not-stated = 未说明
table-stated = 已说明
table-not-stated-value = 报道未说明
table-stated-value = 报道写明
table-or = 或
table-and-others = { $values } 等 { $all } 个
table-range-between = { $low } 至 { $high }
table-range-not = 非 { $range }
table-range-except = { $range }，{ $values } 除外
table-range-outside = 非
table-range-low = 下限
table-range-high = 上限
table-range-to = 至
table-range-any = 不限
table-range-hint = 数后没有单位时，按{ $unit }计
table-range-hint-date = 可写 2019、2019-04 或 2019-04-26
table-range-no-number = 这里要写数，如 5 或 1.5亿
table-range-no-date = 这里要写日期，如 2019 或 2019-04
table-range-backwards = 上限小于下限
table-find-value = 查找
table-no-value = 没有这样的值
table-leaves-rows = 留下 { $count } 行
table-clear = 清除
table-invert = 反选
table-done = 完成
table-count = { $noun }
table-count-by = { $noun }，按
table-count-of = / { $all } { $noun }
table-sorted-by = 按
table-within-sections = 各节之内
table-clear-all = 全部清除
table-copy-query = 复制链接
table-drop-clause = 去掉 { $clause }
table-hidden = 筛去 { $hidden } 行
table-hidden-not-stated = 筛去 { $hidden } 行，其中 { $count } 行未说明{ $column }
table-add-rows = 加上这 { $count } 行
table-selected = 已选 { $selected } 行
table-selected-hidden = 已选 { $selected } 行，{ $hidden } 行被筛去
table-empty = 没有一行同时满足这些条件
table-drop = 去掉
table-drop-all = 去掉全部条件
table-search-words = 搜索“{ $words }”
table-brings-back = { $clause }，多 { $count } 行

### Tables and exports

column-name = 项目
column-romanised = 英文转写
column-investment = 计划总投资
column-output = 产值
column-jobs = 就业岗位
column-stage = 阶段
column-cluster = 产业
column-zone = 园区
column-province = 省份
column-product = 产品
column-capacity = 年产能
column-date = 日期
column-remarks = 附注
column-place = 出处
column-work = 工程
column-group = 类别
column-planned = 规划
column-built = 建成
column-unclear = 未明
column-as-of = 时点
column-as-of-unclear = 时点未明
column-kind = 类型
column-value = 数值
column-unit = 单位
column-status = 状态
column-label = 条目
column-text = 原文形式
column-origin = 来源
column-section = 章节
column-evidence = 原句短语
column-id = 编号
column-in-unit = { $column }（{ $unit }）

sum-output = 有的是潜力，有的是上限，报道也没有把它们相加
sum-capacity = 不同产品的产能不能相加
sum-works = 规划与建成、长度与数目，不是一回事，不能相加
sum-facts = 各条所说的不是一回事，单位相同也不能相加

query-unknown-column = 没有“{ $word }”这一列；有 { $known }
query-ambiguous-column = “{ $word }”可以指 { $known }
query-unknown-value = “{ $column }”没有叫“{ $word }”的值
query-not-a-number = “{ $column }”是数，“{ $word }”不是
query-needs-unit = “{ $word }”没有单位；可用 { $known }
query-mixed-range = “{ $word }”的两端单位不同
query-backwards = “{ $word }”的上限小于下限
query-unknown-order = “{ $column }”没有“{ $word }”这种顺序
query-not-a-date = “{ $column }”是日期，“{ $word }”不是
query-not-comparable = “{ $column }”的值不能比大小
query-missing-value = 列名之后还缺一个值
query-unclosed-quote = 引号没有关上
query-dangling-or = or 前后都要有词
query-lonely-minus = 减号之后还缺一个词

export-source = 依据：“{ $title }”，{ $date }。
export-head = 据 { $date }的报道“{ $title }”（署名{ $bylines }）写成，文字出自编者。
export-evidence = { $phrase }（{ $place }）
export-separator = ；
export-source-column = 依据
export-read-column = { $column }（原单位）
export-unit-column = { $column }（单位）
export-remark-column = { $column }（附注）
export-source-tab = 出处
export-written = 原文形式：{ $text }
export-about-report = 报道
export-about-place = 开发区
export-about-disclaimer = 声明
export-about-empty = 空格
export-about-empty-text = 报道没有说明。
export-about-rows = 行数
export-about-count = { $count } / { $all }
picture-rows-left = 另有 { $count } 行，图中未列
export-about-query = 筛选与排序
export-about-table = 表
print-language = 中文
print-contents = 目录
print-sources = 出处与声明
print-back = 见于
print-check = 核对
print-working = 算式
print-verdict = 结论
export-name = 导出
export-as-csv = 导出为 CSV…
export-as-xlsx = 导出为 Excel（XLSX）…
export-as-json = 导出为 JSON…
export-as-md = 导出为 Markdown…
export-copy = 复制表格
export-copy-evidence = 复制表格，连同依据
export-print = 打印全部…
export-saved = 已存到 { $file }
export-failed = { $file } 无法写入：{ $error }
export-not-copied = 无法复制：{ $error }
export-broke-off = 写入中断
export-nothing = 表中没有可见的行，无可导出
export-no-table = 打开一张表即可导出；“打印全部”包括所有的表
export-path-title = 另存为
export-path-why = 这个桌面没有文件对话框，请直接输入文件的位置。
export-path-name = 文件的路径
export-path-save = 保存
export-path-cancel = 取消
export-path-no-folder = 没有文件夹 { $folder }
export-path-exists = { $file } 已经存在；再按一次“保存”就会覆盖
export-as-png = 存为 PNG 图片…
export-as-svg = 存为 SVG 图形…
export-copy-picture = 复制为图片
export-about-remarks = 批注
export-about-remarks-text = 超过 { $most } 行，单元格不带批注。
export-too-many-xlsx = 共 { $count } 行，Excel 的工作表最多 { $most } 行。请先筛选，或导出为 CSV。
export-too-many-copied = 共 { $count } 行，剪贴板最多放 { $most } 行。请先筛选，或导出到文件。
export-too-many-evidence = 连同依据最多复制 { $most } 行。请先筛选，或不带依据复制。
export-writing = 正在写入 { $name }
export-copying = 正在复制
export-rows-so-far = { $done } / { $all } 行
export-finishing = { $all } 行已写出，正在收尾
export-cancel = 取消
export-busy = 还有一个文件正在写入
export-copied = 已复制 { $count } 行（{ $size } MB）
copied-rows = 已复制 { $count } 行
copied-text = 已复制“{ $text }”
copied-nothing = 报道未说明，没有可复制的
picture-of = { $name }：取图
picture-copied = 图片已复制
picture-failed = 图片没有做成
toast-close = 关闭消息
print-opened = 已在浏览器中打开，请在那里打印。文件是 { $file }
print-too-large = 资料太大，一页容不下；请改为导出各表

### Command line

cli-head = { $title }：数字与事实 { $figures } 条，项目 { $projects } 个
cli-problems = { $count } 处错误
cli-counts = 没有错误；{ $checks }：{ $verdicts }
cli-list-separator = ，
cli-checks = { $count } 项核对
cli-verdict-count = { $verdict } { $count }
cli-account-zh = 中文叙述
cli-account-en = 英文叙述
cli-coverage = { $account }：数字 { $all } 个，链到数据 { $linked } 个，注明理由不计 { $excluded } 个
cli-source = { $file }（{ $kind }，{ $encoding }）：{ $sections } 节，{ $paragraphs } 段
cli-source-text = 纯文本
cli-source-page = 网页
cli-source-nowhere = 没有找到
cli-source-several = 出现 { $count } 次
cli-source-moved = 不在资料所记段落的：{ $count } 处
cli-source-left-out = 留在文件里的项目有 { $count } 个数据，其依据没有查找；余下的数字可能属于它们，因此不列出。
cli-source-numbers = 既不是数据、也没有注明不计的数字：{ $count } 个
cli-source-han = 带量词而未计入的汉字数词：{ $count } 个
cli-source-number = 第 { $line } 行：{ $number }，见“{ $around }”

### A copy of the report

source-error-missing = 没有这个文件
source-error-folder = 这是文件夹；请打开报道全文的文件
source-error-special = 这是设备或管道；请打开报道全文的文件
source-error-too-large = 文件超过 { $size } MB；一篇报道远没有这么大
source-error-empty = 文件里没有文字
source-error-not-text = 文件不是 UTF-8、UTF-16 或 GB 18030 编码的文本
source-error-unreadable = 文件无法读取：{ $error }
source-show = 对照原文
source-title = 报道原文
source-loading = 正在读取 { $file }…
source-close = 关闭原文
source-how = 把报道全文的文件（纯文本或保存的网页）拖到这个窗口，或用 --source 启动。叙述所依据的每个短语都会在文中查找并标出。文件只读取，不保存。
source-choose = 选择文件…
source-located = 原文已打开：找到短语 { $found } / { $count }
source-changed = 文件已改动，已重新读取
source-loose = 既不是数据、也没有注明不计的数字：{ $count } 个
source-found = 原文中找到
source-found-all = 原文中找到：{ $found } / { $count } 处
source-found-some = 原文中没有全部找到：{ $found } / { $count } 处
source-found-several = 原文中不止一处，位置不明：明确的 { $found } / { $count } 处
source-not-found = 原文中没有找到
facts-show-checks = 全部 { $count } 项核对
facts-hide-checks = 收起 { $count } 项核对
facts-no-checks = 这份资料没有核对
facts-coverage = 叙述中的数字 { $all } 个：链到数据 { $linked } 个，注明理由不计 { $excluded } 个
coverage-summary = 叙述为概要，表中各行不必逐一链接

### Table

# Reader

citation-source = 据 { $date } 报道“{ $title }”
citation-passage = 摘自《{ $title }》“{ $section }”一节
citation-account = 摘自《{ $title }》
approvals-direct = 直接审批
approvals-entrusted = 委托审批
origin-editorial-short = 编者归类
unit-kilometre = 公里
column-chart = 长度

### Nouns

noun-projects = 个项目
noun-infrastructure = 项工程
noun-approvals = 个窗口
noun-facts = 条事实

projects-investment = 计划总投资
projects-output = 产值
projects-investment-called = 计划总投资
projects-output-called = 产值
projects-product = 产品与年产能

infrastructure-caution = { $working }：{ $reason }
approvals-visits = 次
check-and = 与

### Overview

view-overview = 概览
overview-and-more = ；另 { $count } 样
overview-figures = { $count } 个数字与日期，逐一连回原句
overview-source = { $date } 报道，{ $bylines }
overview-as-of = 截至 { $date }
overview-not-to-scale = { $year } 年以前不按比例
overview-all = 全部
overview-ours = （{ $words }）
overview-list = { $name }：{ $list }
overview-separator = ；
overview-tally = { $wrong ->
    [0] 共 { $count } 项，无不符
   *[other] 共 { $count } 项，{ $wrong } 项不符
}
chart-planned-built = 规划与建成
chart-windows = 各窗口办结
chart-cases = 项
chart-stages = 点名项目
chart-told = 条形图，从零起，{ $count } 行
chart-stages-measure = 按阶段与计划投资
chart-projects = { $count } 个
chart-amount = { $amount }，{ $count } 个
chart-projects-measure = 个项目
chart-outside = 不计入{ $whole }
chart-built-not-stated = 建成长度报道未说明
chart-hollow-alone = 单独的：建成长度未说明
chart-one-project = 一个项目的计划投资
chart-not-stated = { $name }，报道未说明投资
chart-other-currency = { $count } 个以另一种货币计
chart-not-stated-count = { $count } 个未说明

### Services, reform, timeline, not stated

view-services = 服务
view-reform = 改革
view-timeline = 时间线
view-not-stated = 未说明
services-lede = { $topics } 个方面，{ $count } 条
reform-lede = { $topics } 个方面，{ $count } 条
topic-limits = 时限与跑动次数
topics-checked = { $name }　{ $working }，{ $verdict }
column-said = 报道所述
column-topic = 方面
column-event = 事件
column-basis = 日期依据
noun-services = 条事实
noun-reform = 条事实
noun-timeline = 个日期
basis-stated = 报道写明
basis-relative = 按刊出日推算
basis-inferred = 年份推定
basis-report = 报道刊出时
basis-unclear = 时点未明
event-kind-event = 事件
event-kind-cut-off = 统计截止
event-kind-report = 报道
timeline-told =
    { $from } 年至 { $to } 年的 { $count } 个日期{ $inferred ->
        [0] {""}
       *[other] ，{ $inferred } 个为推定
    }
timeline-lede = { $count } 个日期，其中 { $inferred } 个为推定
left-out-overview = { $count } 个项目留在文件中，图表和日期未计入。
left-out-timeline = { $count } 个项目留在文件中，其日期未列入。
left-out-link = 看表格
table-none = 没有任何行
timeline-event = { $name } { $event }
timeline-cut-off = { $count } 个数字截至此日
timeline-published = 报道刊出
timeline-inferred = { $date }，年份推定
timeline-known = 日期确定
timeline-period = 一段时间
timeline-fit = 看全程
timeline-zoom-in = 放大
timeline-zoom-out = 缩小
record-date = 日期
record-bylines = 署名
record-found = 出处
record-counted = 截至此日
not-stated-lede = { $count } 样读者会找、报道没有写的东西
not-stated-of = { $view }，逐行

# 文章与表格并排
beside-article = 文章并排
beside-table = 表格并排
beside-article-lede = 与文章并排
beside-table-lede = 与表格并排

columns-name = 列
columns-caption = 显示哪些列
columns-frozen = 左侧固定 { $count } 列
columns-frozen-room = 左侧固定 { $count } 列，放得下 { $room } 列
columns-freeze-more = 多固定一列
columns-freeze-less = 少固定一列
columns-move-hint = 拖动表头换位置；在此用 Alt+↑ 和 Alt+↓
table-show-column = 显示 { $column }
money-caption = 金额单位
money-written = 按原文
money-yi = 亿元
money-million = 百万元
money-short-yi = 亿元
money-short-million = 百万元
text-order-pinyin = 中文按拼音
text-order-stroke = 中文按笔画
text-order-english = 按英文字母
saved-caption = 存下的视图
saved-none = 还没有
saved-name-caption = 给现在的筛选和排序取个名字
saved-name = 视图名称
saved-name-hint = 名称
saved-name-missing = 请先写一个名称
saved-told = 已存为“{ $name }”
saved-told-over = “{ $name }”已换成现在的视图，{ $keys } 可还原
saved-told-deleted = 已删除“{ $name }”，{ $keys } 可还原
saved-save = 保存
saved-overwrite = 把现在的存为 { $name }
saved-rename = 改名 { $name }
saved-delete = 删除 { $name }
## Finding in the account

find-name = 在文中查找
find-next = 下一处（Enter）
find-previous = 上一处（Shift+Enter）
find-close = 结束查找（Esc）
find-said = 第 { $at } 处，共 { $count } 处
find-none = 文中没有
query-not-groupable = “{ $column }”是数字，不能按它分组
table-group-by = 按此列分组
table-clause-group = 分组
table-group-rows = { $count } 行
table-group-name = { $name }，{ $count } 行
totals-of = 怎样合计{ $column }
totals-note =
    { $stated } 个数{ $missing ->
        [0] {""}
       *[other] ，另 { $missing } 个报道未说明
    }
totals-note-of = { $column }：{ $note }
totals-none = { $missing } 行都未说明
totals-label = 汇总
totals-sum-note =
    { $stated } 个数相加{ $missing ->
        [0] {""}
       *[other] ，另 { $missing } 个报道未说明
    }
totals-spoken = { $measure } { $column } { $value }，{ $stated } 个数，{ $missing } 个未说明
totals-mixed = 单位不同，不能放在一起算
totals-bounds = 有上限、下限或约数，加不出准数
totals-short-refused = 不能相加
totals-short-missing = 另 { $missing } 个未说明
totals-too-large = 位数太多，写不下
measure-sum = 合计
measure-mean = 平均
measure-median = 中位数
measure-smallest = 最小
measure-largest = 最大
measure-count = 个数

### 菜单、命令与对话框
menu-file = 文件
menu-edit = 编辑
menu-views = 视图
menu-look = 显示
menu-go = 前往
menu-help = 帮助
menu-recent = 最近打开
do-open-dossier = 打开资料文件夹…
do-open-embedded = 打开自带资料
do-open-source = 打开报道全文…
do-quit = 退出
do-undo = 撤销
do-redo = 重做
do-copy = 复制
do-find = 搜索
do-back = 后退
do-forward = 前进
do-switch-language = 切换为英文
do-theme-system = 主题随系统
do-theme-light = 浅色主题
do-theme-dark = 深色主题
do-zoom-in = 放大
do-zoom-out = 缩小
do-zoom-reset = 原始大小
do-sidebar = 侧栏
do-full-screen = 全屏
do-beside = 文章与表格并排
do-swap-panes = 文章与表格换边
do-source = 对照原文
do-palette = 查找一切…
do-settings = 设置…
do-keys = 快捷键
do-about = 关于柳城阅览
do-reset = 清除所有选择…
do-menu = 菜单
do-close-layer = 关闭最上一层
dialog-close = 关闭
drop-dossier = 松开即打开这份资料
drop-source = 松开即作为报道全文打开
drop-any = 松开即打开：资料文件夹，或报道全文
notice-close = 知道了
notice-no-dialog = 这个桌面没有文件对话框；把文件夹或文件拖到窗口上，或在命令行给出它的位置。
state-closed = 上次的选择无法读出，这次的也不会保存：{ $file }：{ $why }
state-spoilt = 上次的选择无法识别；{ $file } 已改名为 { $aside }，一切恢复为初始状态。
state-spoilt-left = 上次的选择无法识别，一切恢复为初始状态：{ $file }
state-partly = { $file } 中有无法识别的选择，已恢复为初始值：{ $fields }
notice-not-kept = 选择无法保存：{ $file }：{ $why }
notice-lost = 表格已停止计算，现有各行是之前的结果；请重新打开资料。
notice-gone = 文件夹已不在：{ $folder }
choose-dossier = 选择资料文件夹
choose-source = 选择报道全文
palette-hint = 项目、事实、章节、命令
palette-list = 找到
palette-nothing = 没有找到
palette-choose = 选择
palette-open = 打开
palette-filter-word = 筛选
palette-note = 汉字、拼音、首字母均可
palette-views = 视图
palette-saved = 已存视图
palette-actions = 命令
palette-recent = 最近打开
palette-link = 打开链接：{ $view }
palette-narrow = 筛选
palette-filter = 在项目表中只看“{ $words }”
palette-in-section = { $words } { $count } 处
keys-table = 在表格中
keys-table-move = 走到别的行或列
keys-table-ends = 走到第一行或最后一行
keys-table-page = 上翻或下翻一页
keys-table-columns = 走到第一列或最后一列
keys-table-sort = 在表头：排序
keys-table-sort-more = 在表头：加作次序
keys-table-open = 看记录
keys-table-select = 选中此行
keys-table-range = 选中多行
keys-table-all = 选中全部
keys-table-filter = 筛选此列
keys-table-menu = 单元格或数字的菜单
keys-table-complete = 补全搜索里的词
keys-table-reorder = 在列清单中移动一列
keys-page = 滚动
keys-page-lines = 几行
keys-page-screen = 一页
keys-page-ends = 到开头或末尾
keys-article = 在文章中
keys-article-number = 下一个数字
keys-article-number-before = 上一个数字
keys-article-same = 同一数字的下一处
keys-article-same-before = 同一数字的上一处
keys-article-next = 搜到的下一处
keys-article-previous = 搜到的上一处
about-version = 柳城阅览 { $version }
about-what = 把一篇报道变成可以排序、筛选、查找、核对的表格与文章，每个数字都连回原句。
about-offline = 不需要网络，不发送任何内容；只读取您打开的文件，只写下您的选择。
about-licences = 程序与资料按 MIT 或 Apache 2.0 许可，任选其一；内嵌字体 Noto Sans SC 按 SIL 开放字体许可。
settings-title = 设置
settings-theme = 主题
settings-theme-system = 随系统
settings-theme-light = 浅色
settings-theme-dark = 深色
settings-language = 语言
settings-chinese = 中文
settings-english = 英文
settings-motion = 动态效果
settings-motion-less = 减少
settings-zoom = 大小
settings-kept = 选择记在 { $file }
reset-title = 清除所有选择
reset-what = 主题、语言、大小、各份资料的视图与最近打开的列表都会回到最初。资料本身不变。此操作不能撤销。
reset-do = 清除
reset-not = 不清除
## How the account is set

reading-settings = 排版
reading-size = 字号
reading-spacing = 行距
reading-measure = 行宽
reading-ems = { $count } 字
reading-more = 加大{ $what }
reading-less = 减小{ $what }
reading-marked = 标出
reading-marked-all = 全部
reading-marked-numbers = 数字
reading-marked-none = 不标
reading-reset = 恢复默认

## A row by the report's paragraphs

record-passages = 提到之处
record-same-paragraph = 同段所述
table-middle-click = 中键

## 系统未能照办的原因

io-not-found = 没有这个文件或文件夹
io-permission-denied = 没有权限
io-read-only = 那里不能写入
io-storage-full = 磁盘已满
io-file-too-large = 文件会过大
io-is-a-folder = 那是文件夹
io-not-a-folder = 那不是文件夹
io-invalid-name = 不能用作文件名

gap-investment = 投资额
gap-products = 产品
gap-capacity = 产能
gap-output = 产值
gap-jobs = 就业
gap-start = 开工时间
gap-completion = 竣工时间
gap-zone = 开发区
