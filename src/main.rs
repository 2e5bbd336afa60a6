fn main() {
    let args: Vec<String> = std::env::args().collect();
    let options = liucheng_viewer::app::Options {
        lang: args.get(2).and_then(|l| l.parse().ok()),
        view: args.get(4).and_then(|l| l.parse().ok()),
        ..Default::default()
    };
    if let Err(e) = liucheng_viewer::app::run(&options) { eprintln!("{e}"); }
}
