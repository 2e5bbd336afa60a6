//! Paths in the notation of SVG, flattened to points for the painter.
//!
//! A small subset: `M L H V C S A Z`, absolute, with numbers apart by a space, a comma, a sign or a second point.
//! It reads only our own constants, so what it does not know it skips.

use std::f32::consts::{PI, TAU};

use egui::{Pos2, Vec2, pos2, vec2};

/// One stroke: points in the box of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Polyline {
    /// The points, at least one.
    pub points: Vec<Pos2>,
    /// Whether the last point joins the first.
    pub is_closed: bool,
}

/// How many straight pieces stand for a curve; at icon sizes more cannot be seen.
const PIECES: u8 = 12;

/// The strokes of a path.
pub(super) fn parse(path: &str) -> Vec<Polyline> {
    let mut pen = Pen::default();
    for (command, numbers) in commands(path) {
        pen.draw(command, &numbers);
    }
    pen.finish()
}

/// Splits a path into its commands with their numbers.
fn commands(path: &str) -> Vec<(char, Vec<f32>)> {
    let mut found: Vec<(char, Vec<f32>)> = Vec::new();
    let mut word = String::new();
    // The closing command flushes the last number.
    for c in path.chars().chain(['Z']) {
        let starts_anew = c == '-' || (c == '.' && word.contains('.'));
        if !c.is_ascii_digit() && c != '.' || starts_anew {
            if let (Ok(number), Some((_, numbers))) = (word.parse(), found.last_mut()) {
                numbers.push(number);
            }
            word.clear();
        }
        if c.is_ascii_alphabetic() {
            found.push((c, Vec::new()));
        } else if c.is_ascii_digit() || c == '.' || c == '-' {
            word.push(c);
        }
    }
    found.pop();
    found
}

#[derive(Default)]
struct Pen {
    done: Vec<Polyline>,
    points: Vec<Pos2>,
    /// Where the next smooth curve gets its first control point from.
    control: Option<Pos2>,
}

impl Pen {
    fn draw(&mut self, command: char, numbers: &[f32]) {
        let control = self.control.take();
        let at = self.at();
        match command {
            'M' => {
                self.lift(false);
                self.lines(numbers);
            }
            'L' => self.lines(numbers),
            'H' => self.points.extend(numbers.iter().map(|&x| pos2(x, at.y))),
            'V' => self.points.extend(numbers.iter().map(|&y| pos2(at.x, y))),
            'C' => numbers.chunks_exact(6).for_each(|chunk| {
                if let &[ax, ay, bx, by, x, y] = chunk {
                    self.cubic(pos2(ax, ay), pos2(bx, by), pos2(x, y));
                }
            }),
            'S' => {
                if let &[bx, by, x, y] = numbers {
                    let mirrored = control.map_or(at, |control| at + (at - control));
                    self.cubic(mirrored, pos2(bx, by), pos2(x, y));
                }
            }
            'A' => {
                if let &[radius, _, _, large, sweep, x, y] = numbers {
                    self.arc(radius, large > 0.5, sweep > 0.5, pos2(x, y));
                }
            }
            'Z' => self.lift(true),
            _ => {}
        }
    }

    fn at(&self) -> Pos2 {
        self.points.last().copied().unwrap_or_default()
    }

    fn lift(&mut self, is_closed: bool) {
        // A path that comes back to its start would have a join of no length there, which is drawn as a spike.
        if is_closed && self.points.len() > 1 && self.points.first().is_some_and(|first| first.distance(self.at()) < 0.01) {
            self.points.pop();
        }
        if !self.points.is_empty() {
            self.done.push(Polyline { points: std::mem::take(&mut self.points), is_closed });
        }
    }

    fn lines(&mut self, numbers: &[f32]) {
        self.points.extend(numbers.chunks_exact(2).filter_map(|pair| if let &[x, y] = pair { Some(pos2(x, y)) } else { None }));
    }

    fn cubic(&mut self, a: Pos2, b: Pos2, end: Pos2) {
        let start = self.at();
        self.points.extend((1..=PIECES).map(|step| {
            let t = f32::from(step) / f32::from(PIECES);
            let ab = start.lerp(a, t).lerp(a.lerp(b, t), t);
            let bc = a.lerp(b, t).lerp(b.lerp(end, t), t);
            ab.lerp(bc, t)
        }));
        self.control = Some(b);
    }

    /// An arc of a circle, from the end points as in SVG 2, B.2.4 (both radii equal, no turn of the axes).
    fn arc(&mut self, radius: f32, is_large: bool, sweeps: bool, end: Pos2) {
        let start = self.at();
        let half: Vec2 = (start - end) / 2.0;
        let radius = radius.max(half.length());
        let height = (radius * radius - half.length_sq()).max(0.0).sqrt();
        let side = if is_large == sweeps { -1.0 } else { 1.0 };
        let center = start.lerp(end, 0.5) + half.normalized().rot90() * height * side;
        let from = (start - center).angle();
        let mut turn = (end - center).angle() - from;
        if sweeps && turn < 0.0 {
            turn += TAU;
        } else if !sweeps && turn > 0.0 {
            turn -= TAU;
        }
        self.points.extend((1..=PIECES).map(|step| {
            let angle = from + turn * f32::from(step) / f32::from(PIECES);
            center + vec2(angle.cos(), angle.sin()) * radius
        }));
    }

    fn finish(mut self) -> Vec<Polyline> {
        self.lift(false);
        self.done
    }
}

/// Points of a whole circle, the first not repeated at the end.
pub(super) fn circle_points(center: Pos2, radius: f32) -> Vec<Pos2> {
    let mut points = arc_points(center, radius, 0.0, TAU);
    points.pop();
    points
}

/// Points of an arc around `center`, angles in radians, clockwise from the right.
pub(super) fn arc_points(center: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    let pieces = if (to - from).abs() > PI / 2.0 { PIECES * 2 } else { PIECES };
    (0..=pieces)
        .map(|step| {
            let angle = from + (to - from) * f32::from(step) / f32::from(pieces);
            center + vec2(angle.cos(), angle.sin()) * radius
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: Pos2, b: Pos2) -> bool {
        a.distance(b) < 0.01
    }

    #[test]
    fn lines_and_closing() {
        let found = parse("M4.5 3.5H13.5M5 .8L9.2 5L.8 5Z");
        assert_eq!(found.len(), 2, "two strokes");
        assert_eq!(found[0], Polyline { points: vec![pos2(4.5, 3.5), pos2(13.5, 3.5)], is_closed: false });
        assert_eq!(found[1], Polyline { points: vec![pos2(5.0, 0.8), pos2(9.2, 5.0), pos2(0.8, 5.0)], is_closed: true });
    }

    #[test]
    fn smooth_curve_mirrors_its_control_point() {
        let found = parse("M2.8 13.5C2.8 10.6 5 9.2 8 9.2S13.2 10.6 13.2 13.5");
        let points = &found[0].points;
        assert!(near(points[12], pos2(8.0, 9.2)), "the first curve ends at the top");
        assert!(near(points[24], pos2(13.2, 13.5)), "the second ends at the right");
        assert!(near(points[6], pos2(16.0 - points[18].x, points[18].y)), "both halves are mirror images");
    }

    #[test]
    fn arcs_of_both_directions() {
        // A quarter from the top to the right, clockwise, around (5, 5).
        let quarter = &parse("M5 1A4 4 0 0 1 9 5")[0].points;
        let diagonal = 4.0 / 2.0_f32.sqrt();
        assert!(near(quarter[6], pos2(5.0 + diagonal, 5.0 - diagonal)), "the middle lies up and right: {:?}", quarter[6]);
        let large = &parse("M5 1A4 4 0 1 0 9 5")[0].points;
        assert!(near(large[6], pos2(5.0 - diagonal, 5.0 + diagonal)), "the long way lies down and left: {:?}", large[6]);
    }
}
