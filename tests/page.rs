//! The page of everything: links that lead somewhere, both languages whole, no more of the report than may be quoted.

#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use liucheng_viewer::{
    app::page_charts,
    dossier::{Dossier, embedded},
    export::{page, sheet},
    locale::{Lang, tr},
    route::View,
};

/// The most characters of the report that may stand together.
const MOST_QUOTED: usize = 24;

fn dossier() -> Arc<Dossier> {
    Arc::new(embedded().expect("the embedded dossier"))
}

/// The page with its charts.
fn whole(dossier: &Arc<Dossier>, first: Lang) -> String {
    page(dossier, first, &|lang| page_charts(dossier, lang)).expect("a page")
}

/// What stands between `before` and the next `after`, each time.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    text.split(before).skip(1).map(|rest| rest.split(after).next().expect("a piece")).collect()
}

/// The page in one language.
fn part(page: &str, lang: Lang) -> &str {
    let start = page.find(&format!("<main id=\"{}\"", lang.code())).expect("a language");
    let rest = &page[start..];
    &rest[..rest.find("</main>").expect("an end")]
}

#[test]
fn every_link_has_its_place_and_every_place_is_one() {
    let page = whole(&dossier(), Lang::Zh);
    let ids = between(&page, " id=\"", "\"");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id stands once");
    let links = between(&page, "href=\"", "\"");
    assert!(links.len() > 2000, "{} links", links.len());
    for link in links {
        let target = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leads out of the page"));
        assert!(unique.contains(target), "{link} leads nowhere");
    }
    assert!(!page.contains("<script") && !page.contains("http"), "nothing is fetched, nothing runs");
}

#[test]
fn every_figure_leads_to_its_evidence_and_back() {
    let dossier = dossier();
    let page = whole(&dossier, Lang::En);
    for lang in Lang::ALL {
        let (part, code) = (part(&page, lang), lang.code());
        let rows: BTreeMap<&str, &str> =
            between(part, "<tr id=\"", "</tr>").into_iter().map(|row| row.split_once('"').expect("an id")).collect();
        for nr in dossier.held_figure_nrs() {
            let figure = dossier.figure(nr);
            let id = format!("{code}-f-{}", figure.id);
            let row = rows.get(id.as_str()).unwrap_or_else(|| panic!("{id} has no row"));
            for evidence in &figure.evidence {
                assert!(row.contains(&evidence.phrase), "{id} lacks {}", evidence.phrase);
            }
            let mentions = part.matches(&format!("href=\"#{id}\"")).count();
            if !dossier.links(lang).places(nr).is_empty() {
                assert!(mentions > 0 && row.contains(&format!("href=\"#{code}-m-")), "{id}: {mentions} mentions");
            }
        }
        let first = between(part, &format!("id=\"{code}-m-1\" href=\"#"), "\"").first().copied().expect("a first mention");
        assert!(rows[first].contains(&format!("href=\"#{code}-m-1\"")), "the first mention is led back to");
    }
}

#[test]
fn both_languages_are_whole() {
    let dossier = dossier();
    let page = whole(&dossier, Lang::Zh);
    for lang in Lang::ALL {
        let part = part(&page, lang);
        for section in &dossier.article(lang).sections {
            assert!(part.contains(&format!(">{}</h2>", section.title.replace('\'', "&#39;"))), "{}", section.title);
        }
        for view in View::TABLES {
            let num = sheet(&dossier, view, lang).rows.len();
            let prefix = if view == View::Facts {
                format!("<tr id=\"{}-f-", lang.code())
            } else {
                format!("<tr id=\"{}-r-{}-", lang.code(), view.code())
            };
            assert_eq!(part.matches(&prefix).count(), num, "{view:?} in {lang:?}");
        }
        assert_eq!(part.matches(&format!("<tr id=\"{}-c-", lang.code())).count(), dossier.checks.len());
        for check in &dossier.checks {
            assert!(part.contains(&*tr(lang, check.outcome.verdict.key())), "{}", check.id);
        }
        for item in dossier.meta.not_stated.iter().flat_map(|group| &group.items) {
            assert!(part.contains(&item.get(lang).replace('\'', "&#39;")), "{item}");
        }
        assert!(part.contains(dossier.meta.disclaimer.get(lang)) && part.contains(&dossier.meta.report_title));
    }
}

#[test]
fn the_charts_are_there_in_both_languages_with_the_rows_of_their_tables() {
    let dossier = dossier();
    let page = whole(&dossier, Lang::Zh);
    for lang in Lang::ALL {
        let part = part(&page, lang);
        let figures = between(part, "<figure", "</figure>");
        assert_eq!(figures.len(), dossier.overview.charts.len() + 1, "the dates as well: {lang:?}");
        let windows = tr(lang, "chart-windows");
        let chart = figures.iter().find(|figure| figure.contains(&format!("<b>{windows}</b>"))).expect("the chart of the windows");
        assert!(chart.contains(&format!("href=\"#{}-t-approvals\"", lang.code())), "the way to the table");
        let told = between(chart, "<desc>", "</desc>").first().copied().expect("what it tells");
        for window in &dossier.approvals.windows {
            let done = dossier.figure(window.completed.expect("cases")).quantity().expect("a number").parts(lang).integer;
            let name = window.name.get(lang).replace('\'', "&#39;");
            assert!(told.contains(&format!("{name} {done}")), "{name} {done} in {told}");
            assert!(chart.contains(&format!(">{done}</text>")), "{done} stands at its bar");
        }
    }
    assert!(!page.contains("xmlns"), "the charts are elements of the page");
    assert!(!self::page(&dossier, Lang::Zh, &|_| Vec::new()).expect("a page").contains("<figure"), "no chart without its picture");
}

#[test]
fn the_figures_that_matter_most_stand_first_with_their_proof() {
    let dossier = dossier();
    let page = whole(&dossier, Lang::En);
    for lang in Lang::ALL {
        let key = between(part(&page, lang), "<dl class=\"key\">", "</dl>").first().copied().expect("key figures").to_owned();
        assert_eq!(key.matches("<dt>").count(), dossier.overview.key.len());
        assert!(key.contains("45 + 11 = 56"), "{key}");
    }
}

#[test]
fn paper_has_both_languages() {
    let page = whole(&dossier(), Lang::Zh);
    let style = between(&page, "<style>", "</style>").first().copied().expect("a style").to_owned();
    let screen = between(&style, "@media screen {", "@page").first().copied().expect("rules for the screen").to_owned();
    let choosing = style.matches(".first-").count();
    assert!(choosing > 0 && screen.matches(".first-").count() == choosing, "one language at a time is for the screen alone");
}

#[test]
fn no_more_of_the_report_than_may_be_quoted() {
    let page = whole(&dossier(), Lang::Zh);
    let quoted = between(&page, "<q", "</q>");
    assert!(quoted.len() > 500, "{} quotations", quoted.len());
    for quote in quoted {
        let (_, words) = quote.split_once('>').expect("a tag");
        assert!(words.chars().count() <= MOST_QUOTED, "{words} is quoted at too great a length");
    }
}

#[test]
fn tags_are_closed_in_their_order() {
    let page = whole(&dossier(), Lang::En);
    let mut open: Vec<&str> = Vec::new();
    for tag in between(&page, "<", ">") {
        let name = tag.split([' ', '\n']).next().expect("a name");
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "closed after {open:?}"),
            None if matches!(name, "!doctype" | "meta" | "br") || tag.ends_with('/') => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, Vec::<&str>::new(), "left open");
}

#[test]
fn a_short_cell_is_never_broken() {
    let page = whole(&dossier(), Lang::Zh);
    assert!(page.contains("td.short, td.short *"), "the rule is in the page");
    for lang in Lang::ALL {
        let target = tr(lang, "status-target");
        let cells = between(part(&page, lang), "<td", "</td>");
        let of_status: Vec<&str> = cells.into_iter().filter(|cell| cell.ends_with(&format!(">{target}"))).collect();
        assert!(of_status.len() > 20, "{lang:?}: {} cells with {target}", of_status.len());
        assert!(of_status.iter().all(|cell| cell.starts_with(" class=\"short\"")), "{lang:?}: {of_status:?}");
    }
}
