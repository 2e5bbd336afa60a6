//! Where and what the zone is, in the dossier's own words; what is ours among them is marked.

use std::ops::Range;

use egui::{Role, Sense, Ui, WidgetInfo, text::CCursor};

use crate::{
    dossier::{Dossier, FigureNr, Home, MoneyUnit, Origin},
    locale::{Lang, inline, tr, tr_args},
    ui::{
        marks::Kind,
        text::paint_at,
        theme::{Palette, Type},
        tooltip,
    },
    views::{Context, figure},
};

/// Draws the line under the name of the zone.
pub(super) fn ui(ctx: &Context<'_>, ui: &mut Ui) {
    let (dossier, lang, palette) = (ctx.dossier, ctx.lang, Palette::of(ui));
    let (text, ours) = about(dossier, lang);
    let galley = ui.painter().layout_job(Type::Body.job(text.as_str(), palette.text_weak, ui.available_width()));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    for (chars, nr) in ours {
        let ends = [chars.start, chars.end].map(|at| galley.pos_from_cursor(CCursor::new(at)).translate(rect.min.to_vec2()));
        let place = ends[0].union(ends[1]);
        // On two rows there is no one line to draw.
        if ends[1].top() < ends[0].center().y {
            Kind::Editorial.underline(ui.painter(), place.x_range(), place.bottom() - 2.0, false, palette);
        }
        let word = ui.interact(place, response.id.with(nr), Sense::hover());
        tooltip::on_hover_ui(word, |ui| figure::note_ui(ui, dossier, lang, MoneyUnit::AsWritten, nr));
    }
    paint_at(ui.painter(), rect.min, galley);
}

/// The line, and which of its characters are our own.
fn about(dossier: &Dossier, lang: Lang) -> (String, Vec<(Range<usize>, FigureNr)>) {
    let mut text = String::new();
    let mut ours = Vec::new();
    for group in &dossier.overview.about {
        let words = group.iter().map(|nr| dossier.figure(*nr).display(lang)).collect::<Vec<_>>().join(&tr(lang, "app-list-separator"));
        let Some(first) = group.first() else { continue };
        if dossier.figure(*first).origin == Origin::Editorial {
            // What we add to the words before stands in brackets after them.
            let added = tr_args(lang, "overview-ours", &[("words", words.as_str().into())]);
            let start = text.chars().count() + added.find(&words).map_or(0, |at| added.get(..at).unwrap_or_default().chars().count());
            ours.push((start..start + words.chars().count(), *first));
            text.push_str(&added);
            continue;
        }
        if !text.is_empty() {
            text.push_str(&tr(lang, "overview-separator"));
        }
        match list_name(dossier, lang, group) {
            Some(name) => {
                let name = if text.is_empty() { name.to_owned() } else { inline(lang, name) };
                text.push_str(&tr_args(lang, "overview-list", &[("name", name.into()), ("list", words.into())]));
            }
            None => text.push_str(&words),
        }
    }
    if text.is_empty() { (dossier.meta.title.get(lang).to_owned(), Vec::new()) } else { (text, ours) }
}

/// What several facts of one topic are a list of.
fn list_name<'d>(dossier: &'d Dossier, lang: Lang, group: &[FigureNr]) -> Option<&'d str> {
    let home = dossier.figure(*group.first()?).home;
    let is_list = group.len() > 1 && matches!(home, Home::Zone(_)) && group.iter().all(|nr| dossier.figure(*nr).home == home);
    dossier.row_name(home).filter(|_| is_list).map(|name| name.get(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::embedded;

    #[test]
    fn the_line_says_where_and_what_the_zone_is() {
        let dossier = embedded().expect("the embedded dossier");
        for (lang, place, list) in [
            (Lang::Zh, "朝阳县二十家子镇兴隆岗村（辽宁）；", "产业集群：有色金属、新材料、装备制造"),
            (Lang::En, "Chaoyang county (Liaoning); ", "industry clusters: non-ferrous metals, new materials, equipment manufacturing"),
        ] {
            let (text, ours) = about(&dossier, lang);
            assert!(text.contains(place) && text.ends_with(list), "{text}");
            let [(chars, _)] = ours.as_slice() else { panic!("one word of ours") };
            let word: String = text.chars().skip(chars.start).take(chars.len()).collect();
            assert!(place.contains(&format!("{word}{}", if lang == Lang::Zh { "）" } else { ")" })), "{word}");
        }
    }
}
