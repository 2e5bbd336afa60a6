//! One small number per row, as narrow as the largest of them allows.

/// Numbers of the rows' values: one, two or four bytes each.
#[derive(Clone, Debug)]
pub(super) enum Codes {
    /// Up to 256 values.
    U8(Vec<u8>),
    /// Up to 65,536 values.
    U16(Vec<u16>),
    /// More.
    U32(Vec<u32>),
}

/// Runs the same expression over whichever width the codes have.
macro_rules! each_width {
    ($codes:expr, $list:ident => $body:expr) => {
        match $codes {
            $crate::table::codes::Codes::U8($list) => $body,
            $crate::table::codes::Codes::U16($list) => $body,
            $crate::table::codes::Codes::U32($list) => $body,
        }
    };
}
pub(super) use each_width;

/// The width of a code.
pub(super) trait Code: Copy + Send + Sync {
    /// As an index.
    fn index(self) -> usize;
}

impl Code for u8 {
    #[inline]
    fn index(self) -> usize {
        usize::from(self)
    }
}

impl Code for u16 {
    #[inline]
    fn index(self) -> usize {
        usize::from(self)
    }
}

impl Code for u32 {
    #[inline]
    fn index(self) -> usize {
        self as usize
    }
}

impl Codes {
    /// Packs codes that are all less than `num_values`.
    pub(super) fn pack(mut codes: Vec<u32>, num_values: usize) -> Self {
        // The allocator keeps as much for later as the largest list that was let go of had room for.
        codes.shrink_to_fit();
        if num_values <= 1 << 8 {
            Self::U8(codes.into_iter().map(|code| u8::try_from(code).unwrap_or(u8::MAX)).collect())
        } else if num_values <= 1 << 16 {
            Self::U16(codes.into_iter().map(|code| u16::try_from(code).unwrap_or(u16::MAX)).collect())
        } else {
            Self::U32(codes)
        }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        each_width!(self, list => list.len())
    }

    /// The code of a row.
    #[inline]
    pub(super) fn get(&self, row: u32) -> Option<u32> {
        let row = row as usize;
        match self {
            Self::U8(list) => list.get(row).map(|code| u32::from(*code)),
            Self::U16(list) => list.get(row).map(|code| u32::from(*code)),
            Self::U32(list) => list.get(row).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_follows_the_largest_code() {
        for (num_values, width) in [(1, 1), (256, 1), (257, 2), (65_536, 2), (65_537, 4)] {
            let largest = u32::try_from(num_values - 1).unwrap();
            let codes = Codes::pack(vec![0, largest], num_values);
            let is = match &codes {
                Codes::U8(_) => 1,
                Codes::U16(_) => 2,
                Codes::U32(_) => 4,
            };
            assert_eq!(is, width, "{num_values} values");
            assert_eq!(codes.get(1), Some(largest));
            assert_eq!(codes.get(2), None);
        }
    }
}
