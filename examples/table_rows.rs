//! Writes the rows of `cargo bench --bench table` as CSV, for other programs to be measured over:
//! `cargo run --release --example table_rows -- ROWS > rows.csv`.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_possible_wrap,
    reason = "the rows are made here: their lists are not empty and their numbers small"
)]

#[path = "../benches/support/synthetic.rs"]
mod synthetic;

use std::{env, error::Error, io, process::ExitCode};

use liucheng_viewer::table::{Data, Table};

fn main() -> ExitCode {
    let Some(rows) = env::args().nth(1).and_then(|rows| rows.parse().ok()) else {
        eprintln!("table_rows: expected ROWS");
        return ExitCode::from(2);
    };
    match write(&synthetic::table(rows)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("table_rows: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Every column by its id: texts, the ids of choices, numbers, and dates as days since 1970.
fn write(table: &Table) -> Result<(), Box<dyn Error>> {
    let mut lines = csv::Writer::from_writer(io::BufWriter::new(io::stdout().lock()));
    lines.write_record(table.columns().iter().map(|column| column.id.as_str()))?;
    for row in 0..table.num_rows() {
        for column in table.columns() {
            let text = match &column.data {
                Data::Text(texts) => texts.value(row).map(str::to_owned),
                Data::Choice(choices) => choices.option(row).map(|option| option.id.clone()),
                Data::Number(numbers) => numbers.value(row).map(|number| number.to_string()),
                Data::Date(dates) => dates.value(row).map(|date| date.first_day().to_string()),
            };
            lines.write_field(text.unwrap_or_default())?;
        }
        lines.write_record(None::<&[u8]>)?;
    }
    lines.flush()?;
    Ok(())
}
