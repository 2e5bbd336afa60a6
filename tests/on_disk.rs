//! Projects that stay in their file: the same rows, the same checks and the same mistakes as when all of them are held.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot set up its files has failed")]

#[expect(dead_code, reason = "only the files are wanted here")]
mod small;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use liucheng_viewer::{
    dossier::{Dossier, FigureNr, NotLoaded, Problem, embedded_files, open_dir_with},
    export::{Format, Sight, Taken, Wide},
    locale::Lang,
    progress::Progress,
    route::View,
    sheets::{self, ProjectsBuilder},
    table::{Table, totals},
};
use proptest::prelude::*;
use small::{files, list};

/// Every file in a new folder, its account a summary.
fn folder(files: &[(String, Vec<u8>)]) -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let nr = COUNT.fetch_add(1, Ordering::Relaxed);
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("on-disk-{}-{nr}", std::process::id()));
    fs::create_dir_all(&dir).expect("a folder can be made");
    for (name, bytes) in files {
        fs::write(dir.join(name), bytes).expect("a file can be written");
    }
    dir
}

fn summary(mut files: Vec<(String, Vec<u8>)>) -> Vec<(String, Vec<u8>)> {
    for (_, bytes) in files.iter_mut().filter(|(name, _)| name == "dossier.json") {
        *bytes = String::from_utf8_lossy(bytes).replacen("\"format\": 1,", "\"format\": 1, \"account\": \"summary\",", 1).into_bytes();
    }
    files
}

fn embedded() -> Vec<(String, Vec<u8>)> {
    summary(embedded_files().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect())
}

fn replaced(files: &[(String, Vec<u8>)], name: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    files.iter().map(|(file, old)| (file.clone(), if file == name { bytes.to_vec() } else { old.clone() })).collect()
}

/// Opened with the projects held, or in their file; then with the table made as they passed by.
fn open(dir: &Path, is_on_disk: bool) -> Result<(Dossier, Table), Vec<Problem>> {
    let mut builder = None;
    let least = Some(if is_on_disk { 0 } else { u64::MAX });
    let opened = open_dir_with(dir, &Progress::default(), least, &mut |meta, row| {
        builder.get_or_insert_with(|| ProjectsBuilder::on_disk(meta)).push(meta, row);
    });
    let dossier = opened.map_err(|error| match error {
        NotLoaded::Problems(problems) => problems,
        NotLoaded::Cancelled => panic!("nobody cancels"),
    })?;
    let table = match builder.filter(|_| dossier.projects.are_on_disk()) {
        Some(builder) => builder.finish(),
        None => sheets::projects(&dossier),
    };
    Ok((dossier, table.expect("a table")))
}

fn both(files: &[(String, Vec<u8>)]) -> [Result<(Dossier, Table), Vec<Problem>>; 2] {
    let dir = folder(files);
    let opened = [false, true].map(|is_on_disk| open(&dir, is_on_disk));
    fs::remove_dir_all(dir).expect("the folder goes");
    opened
}

/// A dossier as text: every figure by its id, every project with figures by id, every check.
fn told(dossier: &Dossier, table: &Table) -> Vec<String> {
    let mut told = Vec::new();
    // Names in the other language are a column of their own only where the projects are held.
    let columns = || table.columns().iter().filter(|column| column.id.as_str() != "romanised");
    let id = |nr: FigureNr| dossier.figure(nr).id.to_string();
    for nr in 0..dossier.num_figures() as u32 {
        let figure = dossier.figure(FigureNr(nr));
        assert_eq!(dossier.find(figure.id.as_str()), Some(FigureNr(nr)), "{} is found", figure.id);
        assert_eq!(dossier.home(FigureNr(nr)), figure.home);
        told.push(format!("{figure:?}"));
        let places = Lang::ALL.map(|lang| dossier.links(lang).places(FigureNr(nr)));
        told.push(format!("{} {places:?}", figure.id));
    }
    for row in 0..dossier.projects.len() {
        let project = dossier.projects.get(row).expect("a row");
        let figures = [project.full_name, project.investment, project.output, project.jobs].map(|nr| nr.map(id));
        let lists = [&project.aliases, &project.facts].map(|list| list.iter().map(|nr| id(*nr)).collect::<Vec<_>>());
        let stages: Vec<_> = project.stages.iter().map(|claim| (claim.stage, id(claim.phrase), &claim.part)).collect();
        let products: Vec<_> = project.products.iter().map(|of| (&of.id, &of.name, of.named.map(id), of.capacity.map(id))).collect();
        let dates: Vec<_> = project.dates.iter().map(|event| (&event.event, id(event.date))).collect();
        told.push(format!("row {row}: {} {} {figures:?} {lists:?} {stages:?} {products:?} {dates:?}", project.id, project.name));
        told.push(format!("{:?} {:?} {:?} {:?}", project.cluster, project.zone, project.cluster_note, project.not_stated));
        for column in columns() {
            let cell = Lang::ALL.map(|lang| column.text(row as u32, lang));
            told.push(format!("row {row}, {}: {cell:?} {:?}", column.id, column.cell(row as u32)));
        }
    }
    let rows: Vec<u32> = (0..table.num_rows()).collect();
    told.extend(columns().map(|column| format!("{}: {:?}", column.id, totals(table, column.id.as_str(), &rows))));
    for check in &dossier.checks {
        let mut figures: Vec<String> = check.claim.figures().into_iter().map(id).collect();
        figures.sort();
        told.push(format!("{} {:?} {figures:?} {} {:?}", check.id, check.outcome, check.unlisted, check.reason(Lang::En)));
    }
    told.sort();
    told
}

/// Both readers agree: on the dossier, or on the mistakes in the projects.
fn agree(files: &[(String, Vec<u8>)]) -> Result<(), String> {
    let of_projects = |problems: &[Problem]| -> Vec<Problem> {
        problems.iter().filter(|problem| problem.file.as_os_str() == "projects.json").cloned().collect()
    };
    match both(files) {
        [Ok((held, held_table)), Ok((on_disk, table))] => {
            if !on_disk.projects.are_on_disk() {
                return Err("the projects did not stay in their file".to_owned());
            }
            let (held, on_disk) = (told(&held, &held_table), told(&on_disk, &table));
            match held.iter().zip(&on_disk).find(|(a, b)| a != b) {
                Some((a, b)) => Err(format!("held:    {a}\non disk: {b}")),
                None if held.len() != on_disk.len() => Err(format!("{} and {} lines", held.len(), on_disk.len())),
                None => Ok(()),
            }
        }
        [Err(held), Err(on_disk)] if of_projects(&held) == of_projects(&on_disk) => Ok(()),
        [Err(held), Err(on_disk)] => Err(format!("held:\n{}\non disk:\n{}", list(&held), list(&on_disk))),
        [Ok(_), Err(problems)] => Err(format!("only on disk:\n{}", list(&problems))),
        [Err(problems), Ok(_)] => Err(format!("only held:\n{}", list(&problems))),
    }
}

#[test]
fn both_readers_tell_the_same_of_the_embedded_and_the_small_dossier() {
    for files in [embedded(), summary(files())] {
        if let Err(difference) = agree(&files) {
            panic!("{difference}");
        }
    }
}

#[test]
fn patterns_name_what_is_in_the_file() {
    let checks = r#"[
      {"id": "share", "name": {"zh": "份额", "en": "Share"}, "ratio": ["infrastructure/roads/built", "infrastructure/roads/planned"],
        "equals": "infrastructure/roads/facts/share"},
      {"id": "sum", "name": {"zh": "和", "en": "Sum"}, "sum": ["projects/*/investment"], "equals": "projects/saw/investment"},
      {"id": "count", "name": {"zh": "数", "en": "Count"}, "count": "*/*/investment", "equals": "zone/list/count"},
      {"id": "dates", "name": {"zh": "先后", "en": "Order"}, "before": ["projects/*/dates/settled", "projects/saw/dates/settled"]},
      {"id": "most", "name": {"zh": "至多", "en": "At most"}, "sum": ["projects/*/*"], "at_most": "approvals/completed"}
    ]"#;
    let files = replaced(&summary(files()), "checks.json", checks.as_bytes());
    agree(&files).unwrap_or_else(|difference| panic!("{difference}"));
    let nothing = checks.replace("projects/*/investment", "projects/*/nothing");
    agree(&replaced(&files, "checks.json", nothing.as_bytes())).unwrap_or_else(|difference| panic!("{difference}"));
}

#[test]
fn what_is_no_table_of_projects_is_told_alike() {
    let files = summary(files());
    let projects = files.iter().find(|(name, _)| name == "projects.json").map(|(_, bytes)| bytes.clone()).expect("projects");
    let text = String::from_utf8(projects).expect("text");
    let twice = text.trim_end().trim_end_matches(']').to_owned() + "," + text.trim_start().trim_start_matches('[');
    let cases: Vec<Vec<u8>> = vec![
        b"[]".to_vec(),
        b"".to_vec(),
        b"{}".to_vec(),
        b"[1]".to_vec(),
        b"[{}]".to_vec(),
        b"[{},]".to_vec(),
        b"[{}{}]".to_vec(),
        b"\xff".to_vec(),
        b"[{\"id\": \"\xff\"}]".to_vec(),
        b"\xef\xbb\xbf[]".to_vec(),
        format!("\u{feff}  {text}\n\n").into_bytes(),
        twice.clone().into_bytes(),
        twice.replacen("\"saw\"", "\"saw2\"", 1).into_bytes(),
        format!("{text} x").into_bytes(),
        text.replace("1.8亿元", "1.8公里").into_bytes(),
        text.replace("{\"text\"", "{\"a\": [[[[[[[[[[]]]]]]]]]], \"text\"").into_bytes(),
        text.replace("\"saw\"", "\"s\\u0061w\"").into_bytes(),
        text.replace("\"id\"", "\"id\": \"x\", \"id\"").into_bytes(),
        format!("[{}]", "[".repeat(200)).into_bytes(),
    ];
    for case in cases {
        if let Err(difference) = agree(&replaced(&files, "projects.json", &case)) {
            panic!("{}\n{difference}", String::from_utf8_lossy(&case));
        }
    }
}

#[test]
fn a_file_that_changed_is_not_shown_any_more() {
    let dir = folder(&summary(files()));
    let (mut dossier, _) = open(&dir, true).unwrap_or_else(|problems| panic!("{}", list(&problems)));
    assert!(dossier.projects.get(0).is_some() && !dossier.projects.are_stale());
    let text = fs::read_to_string(dir.join("projects.json")).expect("text");
    fs::write(dir.join("projects.json"), text.replace("锯厂", "钻厂") + " ").expect("a file can be written");
    dossier.projects.trim();
    let mut seen = 0;
    dossier.each_project(|_, _| seen += 1);
    assert_eq!(seen, 0);
    assert!(dossier.projects.are_stale());
    fs::remove_dir_all(dir).expect("the folder goes");
}

#[test]
fn the_command_line_counts_what_is_in_the_file() {
    let files = embedded();
    let projects = files.iter().find(|(name, _)| name == "projects.json").map(|(_, bytes)| bytes.clone()).expect("projects");
    // White space between the rows makes the table as large as one that stays in its file.
    let wide = String::from_utf8(projects).expect("text").replace("\n  },\n", &format!("\n  }},{}\n", " ".repeat(2 << 20)));
    let check = |files: &[(String, Vec<u8>)]| {
        let dir = folder(files);
        let output = Command::new(env!("CARGO_BIN_EXE_liucheng-viewer")).arg("check").arg(&dir).output().expect("the program runs");
        fs::remove_dir_all(dir).expect("the folder goes");
        String::from_utf8(output.stdout).expect("text")
    };
    assert!(wide.len() > 16 << 20, "{} bytes", wide.len());
    assert_eq!(check(&replaced(&files, "projects.json", wide.as_bytes())), check(&files));
}

/// The projects with these rows or all, in a format; rows that are made as they are written, or all at once.
fn exported(dossier: &Arc<Dossier>, rows: Option<&[u32]>, format: Format, is_wide: bool) -> Result<Vec<u8>, String> {
    let whole = Sight::whole(dossier, View::Projects, Lang::Zh);
    let sight = Sight { rows: rows.map_or(whole.rows.clone(), <[u32]>::to_vec), ..whole };
    let table = if is_wide { Taken::Wide(Arc::new(Wide::new(dossier, sight))) } else { Taken::new(dossier, sight, Some(format)) };
    let mut bytes = Vec::new();
    table.write(&mut bytes, format, &Progress::default()).map(|()| bytes).map_err(|error| error.to_string())
}

#[test]
fn rows_are_written_as_they_are_read_and_none_is_left_out() {
    let dir = folder(&embedded());
    let [held, on_disk] = [false, true].map(|is_on_disk| Arc::new(open(&dir, is_on_disk).expect("a valid dossier").0));
    for rows in [None, Some(&[13, 0, 5, 5, 4][..]), Some(&[])] {
        for format in [Format::Csv, Format::Json, Format::Markdown] {
            assert_eq!(exported(&on_disk, rows, format, true), exported(&held, rows, format, true), "{format}");
            assert_eq!(exported(&on_disk, rows, format, false), exported(&held, rows, format, false), "{format}");
        }
        for format in [Format::Csv, Format::Json] {
            assert_eq!(exported(&on_disk, rows, format, true), exported(&held, rows, format, false), "many rows read as few: {format}");
        }
    }
    let text = fs::read_to_string(dir.join("projects.json")).expect("text");
    fs::write(dir.join("projects.json"), text + " ").expect("a file can be written");
    for format in Format::TABLE {
        let error = exported(&on_disk, None, format, true).expect_err("a file that has changed is not half a table");
        assert!(error.contains("changed"), "{error}");
    }
    fs::remove_dir_all(dir).expect("the folder goes");
}

#[test]
fn loading_can_be_stopped() {
    let dir = folder(&summary(files()));
    let progress = Progress::default();
    progress.cancel();
    let opened = open_dir_with(&dir, &progress, Some(0), &mut |_, _| panic!("no row passes by"));
    assert_eq!(opened.err(), Some(NotLoaded::Cancelled));
    fs::remove_dir_all(dir).expect("the folder goes");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// Pieces of the embedded projects cut out, doubled, and replaced by what a slip of the hand leaves.
    #[test]
    fn both_readers_tell_the_same_of_any_change(
        at in 0.0..1.0_f64, len in 0_usize..60, what in prop::sample::select(vec![
            "", "\"", "{", "}", "[", "]", ",", ":", "null", "1", "\\", "亿", "*", " ", "\n", "\"x\": 1,", "\u{0}", "{}", "{},",
        ]), is_cut in any::<bool>(), is_embedded in any::<bool>(),
    ) {
        let files = if is_embedded { embedded() } else { summary(files()) };
        let old = files.iter().find(|(name, _)| name == "projects.json").map(|(_, bytes)| bytes.clone()).expect("projects");
        let start = (old.len() as f64 * at) as usize;
        let end = if is_cut { (start + len).min(old.len()) } else { start };
        let mut bytes = old.get(..start).unwrap_or_default().to_vec();
        bytes.extend(what.as_bytes());
        bytes.extend(old.get(end..).unwrap_or_default());
        if let Err(difference) = agree(&replaced(&files, "projects.json", &bytes)) {
            return Err(TestCaseError::fail(format!("{what:?} at {start}..{end}:\n{difference}")));
        }
    }
}
