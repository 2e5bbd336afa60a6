//! Where the labels of events stand, so that none lies on another.

/// How many labels stand over each other, above and below the axis.
#[derive(Clone, Copy, Debug)]
pub(in crate::views) struct Lanes {
    pub(in crate::views) above: usize,
    pub(in crate::views) below: usize,
}

/// A lane of labels, counted from the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lane {
    Above(usize),
    Below(usize),
}

/// Room between two labels of a lane.
const GAP: f32 = 12.0;

/// Where the labels of each lane end.
pub(super) struct Ends {
    above: Vec<f32>,
    below: Vec<f32>,
}

impl Ends {
    pub(super) fn new(lanes: Lanes) -> Self {
        Self { above: vec![f32::MIN; lanes.above], below: vec![f32::MIN; lanes.below] }
    }

    /// The lane for a label that begins at `left`: the first that has room, above before below; where none has, the one
    /// whose last label ends first.
    pub(super) fn nearest(&self, left: f32) -> Option<Lane> {
        let free = |ends: &[f32]| ends.iter().position(|end| end + GAP <= left);
        match (free(&self.above), free(&self.below)) {
            (Some(above), Some(below)) if below < above => Some(Lane::Below(below)),
            (Some(above), _) => Some(Lane::Above(above)),
            (None, Some(below)) => Some(Lane::Below(below)),
            (None, None) => self.all().min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(lane, _)| lane),
        }
    }

    /// Takes room from `left` to `right` in a lane; whether it has it.
    pub(super) fn take(&mut self, lane: Lane, left: f32, right: f32) -> bool {
        let end = match lane {
            Lane::Above(nr) => self.above.get_mut(nr),
            Lane::Below(nr) => self.below.get_mut(nr),
        };
        match end.filter(|end| **end + GAP <= left) {
            Some(end) => *end = right,
            None => return false,
        }
        true
    }

    fn all(&self) -> impl Iterator<Item = (Lane, f32)> {
        let above = self.above.iter().enumerate().map(|(nr, end)| (Lane::Above(nr), *end));
        above.chain(self.below.iter().enumerate().map(|(nr, end)| (Lane::Below(nr), *end)))
    }
}

/// The lane of each label, from its left to its right end and in order of time, and whether all have room.
pub(super) fn assign(lanes: Lanes, labels: impl IntoIterator<Item = (f32, f32)>) -> (Vec<Option<Lane>>, bool) {
    let mut ends = Ends::new(lanes);
    let mut has_room = true;
    let assigned = labels.into_iter().map(|(left, right)| {
        let lane = ends.nearest(left);
        has_room &= lane.is_some_and(|lane| ends.take(lane, left, right));
        lane
    });
    (assigned.collect(), has_room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_take_the_nearest_lane_that_has_room() {
        let crowded = [(0.0, 100.0), (50.0, 150.0), (60.0, 160.0), (70.0, 170.0)];
        for (above, below, has_room) in [(1, 1, false), (2, 1, false), (2, 2, true), (3, 2, true)] {
            let (lanes, all) = assign(Lanes { above, below }, crowded);
            assert_eq!(all, has_room, "{above} above, {below} below");
            assert!(lanes.iter().all(Option::is_some), "who has no room still has a lane to come into when there is some");
        }
        let beside = assign(Lanes { above: 1, below: 1 }, [(0.0, 100.0), (112.0, 150.0), (162.0, 170.0)]);
        assert_eq!(beside, (vec![Some(Lane::Above(0)); 3], true), "beside each other");
    }

    #[test]
    fn a_label_keeps_its_lane_when_it_comes_to_have_room() {
        let lanes = Lanes { above: 1, below: 1 };
        let (assigned, _) = assign(lanes, [(0.0, 100.0), (20.0, 120.0), (40.0, 140.0)]);
        assert_eq!(assigned, [Some(Lane::Above(0)), Some(Lane::Below(0)), Some(Lane::Above(0))]);
        let mut ends = Ends::new(lanes);
        let wide = [(0.0, 100.0), (200.0, 300.0), (400.0, 500.0)];
        let taken = assigned.iter().zip(wide).all(|(lane, (left, right))| lane.is_some_and(|lane| ends.take(lane, left, right)));
        assert!(taken, "enlarged, all have room where they belong");
    }
}
