app-name = Liucheng Viewer

### Table
table-cell-name = { $column } { $value }, row { $row } of { $rows }
table-header-ascending = { $column }, ascending
table-header-descending = { $column }, descending
table-filter-column = Filter { $column }
table-filter-menu = Filter…
table-sort-ascending = Ascending
table-sort-descending = Descending
table-sort-as-in-report = As in the report
table-hide-column = Hide column
table-freeze-column = Freeze to here
table-unfreeze-column = Unfreeze
table-reset-columns = Reset columns
table-cell-only = Only this
table-cell-not = Not this
table-cell-at-least = At least this
table-cell-at-most = At most this
table-cell-copy = Copy
table-cell-copy-rows = Copy selected rows
table-cell-show-in-article = Show in the article
table-cell-show-record = Show the record
