//! Room for lists of a million that grow side by side.

/// From so many items on a list is long: it will have many more, or what it takes too much is little beside the others.
const LONG: usize = 1 << 16;
/// A long list that is full makes room for so many times as much.
const TIMES: usize = 8;

/// Makes room for one more item.
///
/// A list that doubles leaves a hole where it was, and the holes of a million rows would be a third as large as the table.
/// Room that is never written to takes no memory, and is given back once the list is whole.
#[inline]
pub(super) fn for_one<T>(list: &mut Vec<T>) {
    if list.len() == list.capacity() && list.len() >= LONG {
        list.reserve_exact(list.len() * (TIMES - 1));
    }
}

/// The same for so many more bytes of a text.
#[inline]
pub(super) fn for_bytes(text: &mut String, num_bytes: usize) {
    if text.len() + num_bytes > text.capacity() && text.len() >= LONG {
        text.reserve_exact(text.len() * (TIMES - 1) + num_bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_grow_less_often() {
        let (mut list, mut text) = (Vec::new(), String::new());
        let (mut rooms, mut text_rooms) = (vec![], vec![]);
        for nr in 0..10 * LONG {
            for_one(&mut list);
            list.push(nr);
            for_bytes(&mut text, 2);
            text.push_str("ab");
            rooms.push(list.capacity());
            text_rooms.push(text.capacity());
        }
        for rooms in [&mut rooms, &mut text_rooms] {
            rooms.dedup();
            rooms.retain(|room| *room > LONG);
        }
        assert_eq!(rooms, [LONG * TIMES, LONG * TIMES * TIMES]);
        assert_eq!(text_rooms.len(), 2);
    }
}
