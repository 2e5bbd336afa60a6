app-name = 柳城阅览

### Table
table-cell-name = { $column } { $value }, 第 { $row } 行, 共 { $rows } 行
table-header-ascending = { $column }，从低到高
table-header-descending = { $column }，从高到低
table-filter-column = 筛选 { $column }
table-filter-menu = 筛选…
table-sort-ascending = 从低到高
table-sort-descending = 从高到低
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
table-cell-copy-rows = 复制所选行
table-cell-show-in-article = 在文章中看
table-cell-show-record = 看记录
