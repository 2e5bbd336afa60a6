### Application

app-name = Liucheng Viewer
app-report-of = Report of { $date }
app-checks = Checks
app-views = Views
app-switch-language = 中文
app-to-dark = Switch to dark
app-to-light = Switch to light
app-search = Search
app-search-short = Search
app-search-name = Search
search-clear = Clear the search
search-offers = Completions
pane-edge-article = Width of the article
pane-edge-record = Width of the record
app-close-record = Close record
app-expand-record = Expand record
app-show-sentence = Show sentence
app-list-separator = ,{" "}
announce-row = { $card }. Now in { $view }, at { $row }.
app-clause-separator = ,{" "}
app-switch-language-short = 中

view-article = Article
view-projects = Projects
view-infrastructure = Infrastructure
view-approvals = Approvals
view-facts = Facts

error-title =
    { $count ->
        [one] 1 mistake in this dossier
       *[other] { $count } mistakes in this dossier
    }
error-hint = Mend them and open it again; the command line's check lists the same.
error-line = { $file }: { $place }found { $found }, expected { $expected }
error-place = { $place }:{" "}
error-none-missing = There is no such folder
error-none-file = This is a file, not the folder of a dossier
error-none-empty = There is no dossier in this folder
error-none-closed = This folder cannot be read
error-none-hint = A dossier is a folder with dossier.json, article.zh.md, article.en.md and the tables.
opening-title = Opening { $name }
opening-so-far = { $done } of { $all } MB
opening-progress = How much is read
opening-cancel = Cancel
opening-cancel-key = Esc
opening-stale = This dossier has changed on disk
opening-stale-note = Its rows are read from the file when they are shown, and that file is no longer the one that was opened.
opening-again = Open again
error-back = Back to { $name }

### Views

projects-lede = { $count } named, { $stated } with an amount
projects-total = Total
projects-total-note =
    { $stated ->
        [one] { $stated } planned amount
       *[other] { $stated } planned amounts
    }{ $missing ->
        [0] {""}
       *[other] , { $missing } not stated
    }
projects-planned-not-spent = Planned, not spent
projects-checks = Checked against the report
infrastructure-lede = { $count ->
    [one] { $count } work, planned and built kept apart
   *[other] { $count } works, planned and built kept apart
}
infrastructure-unclear = The report does not say which
infrastructure-care = Read with care
approvals-lede = Powers taken over, cases completed, limits promised
approvals-powers = Municipal powers taken over
approvals-windows = Cases completed by window
approvals-limits = Limits
approvals-limits-note = Upper bounds, not actual times
approvals-promise = promise
approvals-target = target
approvals-share = Share
approvals-window = Window
approvals-completed = Completed
approvals-refused = Not compared
approvals-ways = Other facts
facts-lede = { $count } in all, { $numbers } of them numbers
facts-lede-rows = without { $count } of the rows of the projects
article-lede = Our own account, each figure leads to its evidence
article-head = Our account of a report of { $date }, "{ $title }", by { $bylines }.
article-paragraph = { $section }, paragraph { $paragraph }
article-short-paragraph = { $section }, { $paragraph }
article-as-of = As of { $date }

stage-talks = In talks
stage-signed = Signed
stage-landed = Landed
stage-building = Building
stage-trial = Trial run
stage-running = Running
stage-conflict = Two passages, two stages

status-planned = Planned
status-built = Built
status-trial = Trial
status-potential = Potential
status-target = Target
status-forecast = Forecast
status-unclear = Unclear

origin-stated = Stated
origin-computed = Computed
origin-editorial = Editorial
origin-computed-note = Our arithmetic, not in the report
origin-editorial-note = Our classification, not in the report
origin-rendering-note = The English name is our rendering

group-roads = Roads, km
group-pipes = Pipes, km
group-other = Other works

verdict-agrees = Agrees
verdict-rounding = Agrees within rounding
verdict-bound = Bound only
verdict-disagrees = Disagrees
verdict-undecided = Cannot be decided
verdict-refused = Not compared

record-full-name = Full name
record-stage = Stage
record-investment = Planned
record-output = Output
record-jobs = Jobs
record-product = Product
record-capacity = Capacity
record-cluster = Cluster
record-aliases = Also
record-not-stated = Not stated
record-planned = Planned
record-built = Built
record-unclear = Unclear
record-as-of = As of
record-value = Value
record-origin = Origin
record-checks = Checks
record-refused = Refused
record-english = In English

event-settled = Settled
event-ground-broken = Ground broken
event-completed = Completed
event-started = Started

not-stated = Not stated by the report

### Dossier

## What a figure measures: row and field

label-row = { $row }, { $second }
label-fact = { $row }: { $second }
label-capacity = capacity for { $product }
label-named = product named: { $product }

field-full-name = registered name
field-alias = other name
field-stage = stage
field-investment = planned total investment
field-output = expected output
field-jobs = jobs
field-planned = planned
field-built = built
field-unclear = planned or built, not said which
field-completed = cases completed
field-days = time limit
field-visits = visits
field-powers-total = approval powers taken over
field-powers-direct = powers decided directly
field-powers-entrusted = powers entrusted
field-approvals-completed = approvals completed
field-settled = date settled
field-ground-broken = date ground was broken
field-completed-date = date completed
field-started = date production started

## How a date was found, and what stands beside a figure

resolution-relative = '{ $text }' is counted from the day of publication, { $published }, and means { $date }.
resolution-inferred = '{ $text }' is taken to mean { $date }; the report does not say so outright.
resolution-report = '{ $text }' means the time of publication, { $date }.
resolution-unclear = The report does not say which time '{ $text }' means.
note-condition = Condition: { $text }
note-scope = Scope: { $text }

## Checks

check-listed = { $count } listed
check-summands = … ({ $count } in all)
check-rounding = The printed number stands for anything from { $low } to { $high }, and the result lies within.
open-no-number = One of them has no number or date to work with.
open-unlike = They measure different things, or count with different words.
open-loose = An approximate number or a bound leaves it open.
open-by-zero = It divides by zero.
open-too-large = The numbers are too large to work with.
# Reader
reader-close = Close
reader-contents = Contents
reader-contents-figures = { $count ->
    [one] { $count } link to the report's words
   *[other] { $count } links to the report's words
}
reader-copy = Copy
reader-copy-cited = Copy with source
reader-show-in-table = Show in table
reader-occurrence = { $at } of { $count }
reader-next-place = Next place (Shift+N)
reader-previous-place = Previous place (Shift+P)
### Table
table-row-name = row { $row } of { $rows }
table-cell-empty = { $column } empty
table-cell-name = { $column } { $value }
table-header-ascending = { $column }, ascending
table-header-descending = { $column }, descending
table-header-key = key { $nr } of { $keys }
table-header-filtered = filtered
table-filter-column = Filter { $column }
table-filter-menu = Filter…
order-of-rows = Order
order-number-up = Ascending
order-number-down = Descending
order-date-up = Earliest first
order-date-down = Latest first
order-list-up = First to last
order-list-down = Last to first
order-pinyin-up = By pinyin
order-pinyin-down = By pinyin, reversed
order-stroke-up = By strokes
order-stroke-down = By strokes, reversed
order-english-up = A–Z
order-english-down = Z–A
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
table-cell-copy-rows =
    { $count ->
        [one] Copy row
       *[other] Copy { $count } rows
    }
table-cell-show-in-article = Show in the article
table-cell-show-record = Show the record
table-clause-is = { $column } is
table-clause-is-not = { $column } is not
table-clause-search = containing
table-clause-has = { $column } contains
table-clause-has-not = { $column } does not contain
table-more-clauses = { $count } more
table-query-enter = Enter sorts and groups as typed
table-not-stated = not stated
table-stated = stated
table-not-stated-value = Not stated
table-stated-value = Stated
table-or = or
table-and-others = { $values } or { $more } more
table-range-between = { $low } to { $high }
table-range-not = not { $range }
table-range-except = { $range } except { $values }
table-range-outside = not
table-range-low = From
table-range-high = Up to
table-range-to = to
table-range-any = any
table-range-hint = A number without a unit is in { $unit }
table-range-hint-date = As in 2019, 2019-04 or 2019-04-26
table-range-no-number = A number is wanted here
table-range-no-date = A date is wanted here, as in 2019-04
table-range-backwards = It ends before it begins
table-find-value = Find
table-no-value = No such value
table-leaves-rows = { $count ->
    [one] Leaves 1 row
   *[other] Leaves { $count } rows
}
table-clear = Clear
table-invert = Invert
table-done = Done
table-count = { $noun }
table-count-by = { $noun } by
table-count-of = of { $all } { $noun }
table-sorted-by = by
table-within-sections = within sections
table-clear-all = Clear all
table-copy-query = Copy link
table-drop-clause = Drop { $clause }
table-hidden = { $hidden ->
    [one] 1 row filtered out
   *[other] { $hidden } rows filtered out
}
table-hidden-not-stated = { $hidden ->
    [one] 1 row filtered out, without a stated { $column }
   *[other] { $hidden } rows filtered out, { $count } of them without a stated { $column }
}
table-add-rows = { $count ->
    [one] Add this row
   *[other] Add these { $count } rows
}
table-selected = { $selected } selected
table-selected-hidden = { $selected } selected, { $hidden } hidden
table-empty = No row meets all of these
table-drop = Drop
table-drop-all = Drop all filters
table-search-words = search "{ $words }"
table-brings-back = { $count ->
    [one] { $clause }, +1 row
   *[other] { $clause }, +{ $count } rows
}

### Tables and exports

column-name = Project
column-romanised = Chinese name
column-investment = Planned total investment
column-output = Output
column-jobs = Jobs
column-stage = Stage
column-cluster = Cluster
column-zone = Zone
column-province = Province
column-product = Product
column-capacity = Yearly capacity
column-date = Date
column-remarks = Remarks
column-place = Place in the report
column-work = Work
column-group = Group
column-planned = Planned
column-built = Built
column-unclear = Unclear
column-as-of = As of
column-as-of-unclear = Not clear
column-kind = Kind
column-value = Value
column-unit = Unit
column-status = Status
column-label = Label
column-text = As written
column-origin = Origin
column-section = Section
column-evidence = Evidence
column-id = Id
column-in-unit = { $column }, { $unit }

sum-output = One is a potential, another a ceiling, and the report does not add them
sum-capacity = Capacities of different products do not add
sum-works = Planned and built, lengths and counts are different things and do not add
sum-facts = These are different things, and do not add even where the unit is the same

query-unknown-column = There is no column '{ $word }'; there are { $known }
query-ambiguous-column = '{ $word }' may mean { $known }
query-unknown-value = '{ $column }' has no value called '{ $word }'
query-not-a-number = '{ $column }' holds numbers, and '{ $word }' is none
query-needs-unit = '{ $word }' needs a unit; there are { $known }
query-mixed-range = The ends of '{ $word }' are in different units
query-backwards = '{ $word }' ends before it begins
query-unknown-order = '{ $column }' has no order called '{ $word }'
query-not-a-date = '{ $column }' holds dates, and '{ $word }' is none
query-not-comparable = The values of '{ $column }' cannot be compared by size
query-missing-value = A value is missing after the column’s name
query-unclosed-quote = The quotation mark is not closed
query-dangling-or = There must be a word before and after 'or'
query-lonely-minus = A word is missing after the minus

export-source = Source: "{ $title }", { $date }.
export-head = An account in our own words of the report “{ $title }” of { $date }, by { $bylines }.
export-evidence = "{ $phrase }", { $place }
export-separator = {"; "}
export-source-column = Source
export-read-column = { $column }, in its own unit
export-unit-column = { $column }, unit
export-remark-column = { $column }, remark
export-source-tab = Source
export-written = As written: { $text }
export-about-report = Report
export-about-place = Zone
export-about-disclaimer = Disclaimer
export-about-empty = Empty cells
export-about-empty-text = The report does not state it.
export-about-rows = Rows
export-about-count = { $count } of { $all }
picture-rows-left = { $count ->
    [one] and one more row, which the picture has no room for
   *[other] and { $count } more rows, which the picture has no room for
}
export-about-query = Filters and order
export-about-table = Table
print-language = English
print-contents = Contents
print-sources = Source and disclaimer
print-back = Where it stands
print-check = Check
print-working = Working
print-verdict = Verdict
export-name = Export
export-as-csv = Export as CSV…
export-as-xlsx = Export as Excel (XLSX)…
export-as-json = Export as JSON…
export-as-md = Export as Markdown…
export-copy = Copy the table
export-copy-evidence = Copy the table with evidence
export-print = Print everything…
export-saved = Saved to { $file }
export-failed = { $file } could not be written: { $error }
export-not-copied = The rows could not be copied: { $error }
export-broke-off = it broke off
export-nothing = No row is in sight, so there is nothing to export
export-no-table = Open a table to export it; "Print everything" has all of them
export-path-title = Save as
export-path-why = This desktop has no file dialog, so type where the file shall go.
export-path-name = Path of the file
export-path-save = Save
export-path-cancel = Cancel
export-path-no-folder = There is no folder { $folder }
export-path-exists = { $file } is there already; save again to replace it
export-as-png = Save as PNG…
export-as-svg = Save as SVG…
export-copy-picture = Copy as a picture
export-about-remarks = Remarks
export-about-remarks-text = Cells have no remarks, because there are more than { $most } rows.
export-too-many-xlsx = { $count } rows are too many for Excel, whose sheets end at { $most }. Filter the table, or export it as CSV.
export-too-many-copied = { $count } rows are too many for the clipboard, which gets at most { $most }. Filter the table, or export it to a file.
export-too-many-evidence = The evidence is copied for at most { $most } rows. Filter the table, or copy it without.
export-writing = Writing { $name }
export-copying = Copying
export-rows-so-far = { $done } of { $all } rows
export-finishing = All { $all } rows are made; finishing
export-cancel = Cancel
export-busy = Another file is still being written
export-copied = { $count ->
    [one] Copied { $count } row ({ $size } MB)
   *[other] Copied { $count } rows ({ $size } MB)
}
copied-rows = { $count ->
    [one] Copied { $count } row
   *[other] Copied { $count } rows
}
copied-text = Copied "{ $text }"
copied-nothing = The report does not state it, so nothing was copied
picture-of = Picture of { $name }
picture-copied = The picture is on the clipboard
picture-failed = The picture could not be made
toast-close = Close the message
print-opened = Opened in the browser; print it there. The page is { $file }
print-too-large = This dossier is too large for one page; export its tables instead

### Command line

cli-head = { $title }: { $figures } figures and facts, { $projects } projects
cli-problems = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}
cli-counts = No problems. { $checks }: { $verdicts }
cli-list-separator = {", "}
cli-checks = { $count ->
    [one] { $count } check
   *[other] { $count } checks
}
cli-verdict-count = { $verdict } { $count }
cli-account-zh = Chinese account
cli-account-en = English account
cli-coverage = { $account }: { $all } numbers, { $linked } link to a figure, { $excluded } excluded with a reason
cli-source = { $file } ({ $kind }, { $encoding }): { $sections } sections, { $paragraphs } paragraphs
cli-source-text = plain text
cli-source-page = web page
cli-source-nowhere = Not found
cli-source-several = Found { $count } times
cli-source-moved = In another paragraph than the dossier names: { $count }
cli-source-left-out = The evidence of { $count } figures of projects that stay in their file is not looked up. Numbers left over may be theirs, so none are listed.
cli-source-numbers = Numbers that are neither figure nor excluded: { $count }
cli-source-han = Han numerals with a counting word that are neither: { $count }
cli-source-number = line { $line }: { $number } in "{ $around }"

### A copy of the report

source-error-missing = There is no such file
source-error-folder = This is a folder; open a file with the report's text
source-error-special = This is a device or a pipe; open a file with the report's text
source-error-too-large = The file has more than { $size } MB; a report is far smaller
source-error-empty = The file holds no text
source-error-not-text = The file is no text in UTF-8, UTF-16 or GB 18030
source-error-unreadable = The file cannot be read: { $error }
source-show = Compare with the report
source-title = A copy of the report
source-loading = Reading { $file }…
source-close = Close the copy of the report
source-how = Drop a file with the report's text on this window, as plain text or as a saved web page, or start the program with --source. Every phrase that our account rests on is looked up in it and marked. The file is read only; nothing of it is kept.
source-choose = Choose a file…
source-located = Source open: { $found } of { $count } phrases located
source-changed = The file has changed and was read again
source-loose = Numbers that are neither figure nor excluded: { $count }
source-found = Found in the source
source-found-all = Found in the source: { $found } of { $count } places
source-found-some = Not all found in the source: { $found } of { $count } places
source-found-several = In the source more than once, place unclear: { $found } of { $count } clear
source-not-found = Not found in the source
facts-show-checks = { $count ->
    [one] The one check
   *[other] All { $count } checks
}
facts-hide-checks = { $count ->
    [one] Hide the check
   *[other] Hide the { $count } checks
}
facts-no-checks = This dossier has no checks
facts-coverage = Numbers of the account: { $all }; linked to a figure: { $linked }; excluded with a reason: { $excluded }
coverage-summary = the account is a summary: rows of the tables need no link

### Table

# Reader

citation-source = From a report of { $date }, "{ $title }"
citation-passage = From "{ $title }", section "{ $section }"
citation-account = From "{ $title }"
approvals-direct = Decided directly
approvals-entrusted = Entrusted
origin-editorial-short = Our classification
unit-kilometre = km
check-and = and
column-chart = Length

### Nouns

noun-projects =
    { $count ->
        [one] project
       *[other] projects
    }
noun-infrastructure =
    { $count ->
        [one] work
       *[other] works
    }
noun-approvals =
    { $count ->
        [one] window
       *[other] windows
    }
noun-facts =
    { $count ->
        [one] fact
       *[other] facts
    }

projects-investment = Planned
projects-output = Output
projects-investment-called = Planned investment
projects-output-called = Output
projects-product = Product and capacity

infrastructure-caution = { $working }: { $reason }
approvals-visits =
    { $count ->
        [one] visit
       *[other] visits
    }

### Overview

view-overview = Overview
overview-and-more = ; and { $count } more
overview-figures = { $count ->
    [one] { $count } number or date, linked to its sentence
   *[other] { $count } numbers and dates, each linked to its sentence
}
overview-source = Report of { $date }, { $bylines }
overview-as-of = As of { $date }
overview-not-to-scale = not to scale before { $year }
overview-all = All
overview-ours = {" "}({ $words })
overview-list = { $name }: { $list }
overview-separator = {"; "}
overview-tally = { $wrong ->
    [0] { $count } in all, none disagrees
   *[other] { $count } in all, { $wrong } disagree
}
chart-planned-built = Planned and built
chart-windows = Approvals by window
chart-cases = cases
chart-stages = Projects named
chart-told = { $count ->
    [one] Bar chart from zero, { $count } row
   *[other] Bar chart from zero, { $count } rows
}
chart-stages-measure = by stage and amount
chart-projects =
    { $count ->
        [one] 1 project
       *[other] { $count } projects
    }
chart-amount = { $amount }, { $count }
chart-projects-measure = projects
chart-outside = Not counted as { $whole }
chart-built-not-stated = Its built length is not stated
chart-hollow-alone = alone: built length not stated
chart-one-project = One project's investment
chart-not-stated = { $name }, investment not stated
chart-other-currency = { $count } in another currency
chart-not-stated-count = { $count } not stated

### Services, reform, timeline, not stated

view-services = Services
view-reform = Reform
view-timeline = Timeline
view-not-stated = Not stated
services-lede =
    { $topics ->
        [one] { $topics } topic
       *[other] { $topics } topics
    }, { $count ->
        [one] { $count } fact
       *[other] { $count } facts
    }
reform-lede =
    { $topics ->
        [one] { $topics } topic
       *[other] { $topics } topics
    }, { $count ->
        [one] { $count } fact
       *[other] { $count } facts
    }
topic-limits = Limits on days and visits
topics-checked = { $name }: { $working }, { $verdict }
column-said = What is said
column-topic = Topic
column-event = Event
column-basis = How it is known
noun-services =
    { $count ->
        [one] fact
       *[other] facts
    }
noun-reform =
    { $count ->
        [one] fact
       *[other] facts
    }
noun-timeline =
    { $count ->
        [one] date
       *[other] dates
    }
basis-stated = Stated
basis-relative = From the publication date
basis-inferred = Year inferred
basis-report = At publication
basis-unclear = Unclear
event-kind-event = Event
event-kind-cut-off = Counts end
event-kind-report = Report
timeline-told =
    { $count ->
        [one] 1 date, { $from }
       *[other] { $count } dates from { $from } to { $to }
    }{ $inferred ->
        [0] {""}
       *[other] , { $inferred } inferred
    }
timeline-lede =
    { $count ->
        [one] 1 date
       *[other] { $count } dates
    }, { $inferred ->
        [0] none inferred
       *[other] { $inferred } of them inferred
    }
left-out-overview = The { $count } projects are left in their file, so charts and dates go without them.
left-out-timeline = The { $count } projects are left in their file, so their dates are not here.
left-out-link = See the table
table-none = There are no rows
timeline-event = { $name }: { $event }
timeline-cut-off = { $count ->
    [one] { $count } number ends here
   *[other] { $count } numbers end here
}
timeline-published = Report published
timeline-inferred = { $date }, year inferred
timeline-known = Date known
timeline-period = Period
timeline-fit = Show all
timeline-zoom-in = Enlarge
timeline-zoom-out = Reduce
record-date = Date
record-bylines = By
record-found = Found
record-counted = Up to then
not-stated-lede = { $count ->
    [one] { $count } thing that readers look for and the report does not give
   *[other] { $count } things that readers look for and the report does not give
}
not-stated-of = { $view }, row by row

# Article and table beside each other
beside-article = Article beside
beside-table = Table beside
beside-article-lede = Beside the article
beside-table-lede = Beside a table

columns-name = Columns
columns-caption = Columns shown
columns-frozen =
    { $count ->
        [one] { $count } column stays at the left
       *[other] { $count } columns stay at the left
    }
columns-frozen-room =
    { $count ->
        [one] { $count } column stays at the left; there is room for { $room }
       *[other] { $count } columns stay at the left; there is room for { $room }
    }
columns-freeze-more = Keep one more at the left
columns-freeze-less = Keep one less at the left
columns-move-hint = Drag a header to move its column; here, Alt+↑ and Alt+↓
table-show-column = Show { $column }
money-caption = Unit of money
money-written = As written
money-yi = CNY 100 million
money-million = CNY million
money-short-yi = 100 million
money-short-million = million
text-order-pinyin = Chinese names by pinyin
text-order-stroke = Chinese names by strokes
text-order-english = English names A–Z
saved-caption = Saved views
saved-none = None yet
saved-name-caption = Name what is shown now
saved-name = Name of the view
saved-name-hint = Name
saved-name-missing = It needs a name
saved-told = Saved as "{ $name }"
saved-told-over = "{ $name }" is now what is shown; { $keys } takes it back
saved-told-deleted = "{ $name }" is deleted; { $keys } brings it back
saved-save = Save
saved-overwrite = Save what is shown as { $name }
saved-rename = Rename { $name }
saved-delete = Delete { $name }
## Finding in the account

find-name = Find in text
find-next = Next place (Enter)
find-previous = Previous place (Shift+Enter)
find-close = End the search (Esc)
find-said = { $at } of { $count }
find-none = Not in the text
query-not-groupable = '{ $column }' holds numbers, so rows cannot be grouped by it
table-group-by = Group by this column
table-clause-group = grouped by
table-group-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
table-group-name =
    { $count ->
        [one] { $name }, { $count } row
       *[other] { $name }, { $count } rows
    }
totals-of = Totals of { $column }
totals-note =
    { $stated ->
        [one] Of { $stated } number
       *[other] Of { $stated } numbers
    }{ $missing ->
        [0] {""}
       *[other] , { $missing } not stated
    }
totals-note-of = { $column }: { $note }
totals-none =
    { $missing ->
        [one] not stated
       *[other] stated in none of { $missing } rows
    }
totals-label = Totals
totals-sum-note =
    { $stated ->
        [one] { $stated } number
       *[other] { $stated } numbers added
    }{ $missing ->
        [0] {""}
       *[other] , { $missing } not stated
    }
totals-spoken = { $measure } of { $column }: { $value }; { $stated } stated, { $missing } not stated
totals-mixed = The units differ, so they cannot be taken together
totals-bounds = Some are bounds or estimates, so there is no exact sum
totals-short-refused = Not added
totals-short-missing = { $missing } not stated
totals-too-large = It has more digits than can be shown
measure-sum = Sum
measure-mean = Mean
measure-median = Median
measure-smallest = Smallest
measure-largest = Largest
measure-count = Count

### Menu, commands and dialogs
menu-file = File
menu-edit = Edit
menu-views = Views
menu-look = Display
menu-go = Go
menu-help = Help
menu-recent = Open recent
do-open-dossier = Open a dossier folder…
do-open-embedded = Open the built-in dossier
do-open-source = Open a copy of the report…
do-quit = Quit
do-undo = Undo
do-redo = Redo
do-copy = Copy
do-find = Search
do-back = Back
do-forward = Forward
do-switch-language = Switch to Chinese
do-theme-system = Theme as the desktop
do-theme-light = Light theme
do-theme-dark = Dark theme
do-zoom-in = Larger
do-zoom-out = Smaller
do-zoom-reset = Normal size
do-sidebar = Sidebar
do-full-screen = Full screen
do-beside = Article beside table
do-swap-panes = Swap article and table
do-source = Compare with the report
do-palette = Find everything…
do-settings = Settings…
do-keys = Keyboard shortcuts
do-about = About Liucheng Viewer
do-reset = Reset everything…
do-menu = Menu
do-close-layer = Close what lies on top
dialog-close = Close
drop-dossier = Drop to open this dossier
drop-source = Drop to open as a copy of the report
drop-any = Drop to open: a dossier folder, or a copy of the report
notice-close = Dismiss
notice-no-dialog = This desktop has no file dialog. Drop the folder or file on the window, or name it on the command line.
state-closed = The choices of last time cannot be read, and new ones are not kept: { $file }: { $why }
state-spoilt = The choices of last time could not be understood. { $file } is now called { $aside }, and everything is as at first.
state-spoilt-left = The choices of last time could not be understood, and everything is as at first: { $file }
state-partly = Not understood in { $file }, and therefore as at first: { $fields }
notice-not-kept = Choices are not kept: { $file }: { $why }
notice-lost = The table can no longer be worked on, and its rows answer an earlier question; open the dossier again.
notice-gone = The folder is no longer there: { $folder }
choose-dossier = Choose a dossier folder
choose-source = Choose a copy of the report
palette-hint = Projects, facts, sections, commands
palette-list = Found
palette-nothing = Nothing found
palette-choose = choose
palette-open = open
palette-filter-word = filter
palette-note = Chinese, pinyin or initials
palette-views = Views
palette-saved = Saved views
palette-actions = Commands
palette-recent = Open recent
palette-link = Show what the link says: { $view }
palette-narrow = Filter
palette-filter = Show only "{ $words }" in the projects
palette-in-section =
    { $count ->
        [one] { $words } once
       *[other] { $words } { $count } times
    }
keys-table = In a table
keys-table-move = Go to another row or column
keys-table-ends = Go to the first or last row
keys-table-page = A page up or down
keys-table-columns = To the first or last column
keys-table-sort = On a header: sort
keys-table-sort-more = On a header: sort by it as well
keys-table-open = Show the record
keys-table-select = Select the row
keys-table-range = Select several rows
keys-table-all = Select all rows
keys-table-filter = Filter the column
keys-table-menu = Menu of a cell or figure
keys-table-complete = Complete a word in the search
keys-table-reorder = Move a column in the list of columns
keys-page = Scrolling
keys-page-lines = A few lines
keys-page-screen = A page
keys-page-ends = To the beginning or end
keys-article = In the article
keys-article-number = Next number
keys-article-number-before = Number before
keys-article-same = Next place of the same number
keys-article-same-before = Its place before
keys-article-next = Next place found
keys-article-previous = Place found before
about-version = Liucheng Viewer { $version }
about-what = Turns a report into tables and text to sort, filter, search and check, each figure linked to its evidence.
about-offline = Works offline and sends nothing. It reads the files you open and writes down your choices, nothing else.
about-licences = Program and dossier are under MIT or Apache 2.0, at your choice; the embedded face, Noto Sans SC, is under the SIL Open Font License.
settings-title = Settings
settings-theme = Theme
settings-theme-system = Desktop
settings-theme-light = Light
settings-theme-dark = Dark
settings-language = Language
settings-chinese = Chinese
settings-english = English
settings-motion = Motion
settings-motion-less = Less
settings-zoom = Size
settings-kept = Choices are kept in { $file }
reset-title = Reset everything
reset-what = Theme, language, size, the views of each dossier and the list of recent ones go back to what they were at first. The dossiers themselves stay as they are. This cannot be undone.
reset-do = Reset
reset-not = Cancel
## How the account is set

reading-settings = Text
reading-size = Text size
reading-spacing = Line height
reading-measure = Line length
reading-ems = { $count } em
reading-more = More: { $what }
reading-less = Less: { $what }
reading-marked = Mark
reading-marked-all = All
reading-marked-numbers = Numbers
reading-marked-none = None
reading-reset = Back to the defaults

## A row by the report's paragraphs

record-passages = Passages
record-same-paragraph = Same paragraph
table-middle-click = Middle click

## Why the system did not do what it was asked for

io-not-found = there is no such file or folder
io-permission-denied = permission denied
io-read-only = nothing can be written there
io-storage-full = the disk is full
io-file-too-large = the file would be too large
io-is-a-folder = it is a folder
io-not-a-folder = it is no folder
io-invalid-name = that is no name of a file

gap-investment = investment
gap-products = products
gap-capacity = capacity
gap-output = output
gap-jobs = jobs
gap-start = start
gap-completion = completion
gap-zone = The zone
