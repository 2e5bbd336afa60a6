//! Where the labels of events stand, so that none lies on another.

/// How many labels stand over each other, above and below the axis.
#[derive(Clone, Copy, Debug)]
pub(in crate::views) struct Lanes {
    pub(in crate::views) above: usize,
    pub(in crate::views) below: usize,
}

/// Where the labels of each lane end.
pub(super) struct Ends {
    above: Vec<f32>,
    below: Vec<f32>,
}

/// A lane of labels, counted from the axis.
pub(super) enum Lane {
    Above(usize),
    Below(usize),
}

impl Ends {
    pub(super) fn new(lanes: Lanes) -> Self {
        Self { above: vec![f32::MIN; lanes.above], below: vec![f32::MIN; lanes.below] }
    }

    /// Takes room from `left` to `right` in the first lane that has it, above before below.
    pub(super) fn take(&mut self, left: f32, right: f32) -> Option<Lane> {
        let free = |ends: &[f32]| ends.iter().position(|end| *end + 12.0 <= left);
        let (above, below) = (free(&self.above), free(&self.below));
        let (ends, lane, taken) = match (above, below) {
            (Some(above), Some(below)) if below < above => (&mut self.below, below, Lane::Below(below)),
            (Some(above), _) => (&mut self.above, above, Lane::Above(above)),
            (None, Some(below)) => (&mut self.below, below, Lane::Below(below)),
            (None, None) => return None,
        };
        if let Some(end) = ends.get_mut(lane) {
            *end = right;
        }
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_take_the_nearest_lane_that_has_room() {
        let taken = |lanes: Lanes, labels: &[(f32, f32)]| {
            let mut ends = Ends::new(lanes);
            labels.iter().filter(|(left, right)| ends.take(*left, *right).is_some()).count()
        };
        let crowded = [(0.0, 100.0), (50.0, 150.0), (60.0, 160.0), (70.0, 170.0)];
        for (above, below, expected) in [(1, 1, 2), (2, 1, 3), (2, 2, 4), (3, 2, 4)] {
            assert_eq!(taken(Lanes { above, below }, &crowded), expected, "{above} above, {below} below");
        }
        assert_eq!(taken(Lanes { above: 1, below: 1 }, &[(0.0, 100.0), (112.0, 150.0), (162.0, 170.0)]), 3, "beside each other");
    }
}
