app-name = 柳城阅览

### Dossier

## What a figure measures: row and field

label-row = { $row } { $second }
label-fact = { $row } { $second }
label-capacity = { $row } { $second }产能
label-named = { $row } 产品名称：{ $second }

field-full-name = 全称
field-alias = 别称
field-stage = 进展
field-investment = 计划总投资
field-output = 预期年产值
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
resolution-inferred = “{ $text }”未写年份，推定为 { $date }。
resolution-report = “{ $text }”指刊出之时，即 { $date }。
resolution-unclear = “{ $text }”指何时，报道没有说明。
note-condition = 条件：{ $text }。
note-scope = 范围：{ $text }。

## Checks

check-listed = 所列 { $count } 项
check-rounding = 印出的数代表 { $low } 到 { $high } 之间，算得的数在其中。
open-no-number = 其中有一项没有可算的数或日期。
open-unlike = 各项量的不是同一种东西，或量词不同。
open-loose = 其中有约数或界限，定不下来。
open-by-zero = 除数为零。
open-too-large = 数太大，无法计算。
