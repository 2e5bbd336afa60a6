//! The projects, wherever their rows are kept.

use super::{
    Figure, FigureNr, Project, ProjectRow,
    load::{Passing, Rows},
};

/// The projects of a dossier: held in memory, or in the file of a large dossier and decoded when asked for.
#[derive(Debug)]
pub struct Projects(Kept);

#[derive(Debug)]
enum Kept {
    Held(Vec<Project>),
    OnDisk(Box<Rows>),
}

impl From<Vec<Project>> for Projects {
    fn from(projects: Vec<Project>) -> Self {
        Self(Kept::Held(projects))
    }
}

impl From<Rows> for Projects {
    fn from(rows: Rows) -> Self {
        Self(Kept::OnDisk(Box::new(rows)))
    }
}

impl Projects {
    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Kept::Held(projects) => projects.len(),
            Kept::OnDisk(rows) => rows.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A project by its row; none where there is no such row, or its file has changed since.
    pub fn get(&self, row: usize) -> Option<&Project> {
        match &self.0 {
            Kept::Held(projects) => projects.get(row),
            Kept::OnDisk(rows) => rows.get(row),
        }
    }

    /// The row of the project with an id.
    pub fn find(&self, id: &str) -> Option<usize> {
        match &self.0 {
            Kept::Held(projects) => projects.iter().position(|project| project.id == id),
            Kept::OnDisk(rows) => rows.row_with_id(id),
        }
    }

    /// The projects that are held: all of a small dossier, none of a large one.
    pub fn held(&self) -> &[Project] {
        match &self.0 {
            Kept::Held(projects) => projects,
            Kept::OnDisk(_) => &[],
        }
    }

    /// Whether the rows stay in their file: there are too many to do anything with each.
    pub fn are_on_disk(&self) -> bool {
        self.rows().is_some()
    }

    /// Whether the file of the rows has changed since, so that they cannot be shown any more.
    pub fn are_stale(&self) -> bool {
        self.rows().is_some_and(Rows::is_stale)
    }

    /// Reads rows that are in their file, in any order, without keeping any; none where the rows are held.
    pub fn passing(&self) -> Option<Passing<'_>> {
        self.rows().map(Rows::passing)
    }

    /// Lets go of decoded rows if there are many. To be called between frames.
    pub fn trim(&mut self) {
        if let Kept::OnDisk(rows) = &mut self.0 {
            rows.trim();
        }
    }

    pub(super) fn rows(&self) -> Option<&Rows> {
        match &self.0 {
            Kept::Held(_) => None,
            Kept::OnDisk(rows) => Some(rows),
        }
    }

    /// Hands over every row with its figures, one after the other, without keeping any; `figures` are the held ones.
    pub(super) fn for_each(&self, figures: &[Figure], mut each: impl FnMut(usize, &ProjectRow<'_>)) {
        match &self.0 {
            Kept::Held(projects) => {
                for (row, project) in projects.iter().enumerate() {
                    each(row, &ProjectRow { project, figures, first: FigureNr(0) });
                }
            }
            Kept::OnDisk(rows) => rows.for_each(each),
        }
    }
}
