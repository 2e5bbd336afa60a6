#!/usr/bin/python3
"""The hand and the eyes of tests/desktop.rs: starts the program on the display and bus it runs in, reads orders, answers.

An order is a line on the standard input, its words parted by tabs; the answer is one line of JSON after `> `:

    names               [[role, name, is_selected], …] of what is on screen, from top to bottom and left to right
    click  ROLE NAME    clicks with the mouse on the first of these; an empty role is any, `NAME*` begins so
    key    CTRL+F       presses keys, by xdotool's names
    type   TEXT         types
    size   W H          resizes the window
    cpu                 seconds of CPU that the program has used
    close               closes the window; answers with the exit code

`{"error": …}` says why an order could not be carried out. Things are found by their accessible names, as a screen reader
finds them, and clicked where they are drawn.
"""
import json
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 20.0


class Refused(Exception):
    """An order that could not be carried out."""


def until(look, seconds, complaint):
    """What `look` finds, as soon as it finds something."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise Refused(complaint() if callable(complaint) else complaint)
        time.sleep(0.1)


def xdotool(*words):
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, timeout=30)
    return done.stdout


class Window:
    """The program with its window."""

    def __init__(self, command):
        home = {**os.environ, "HOME": os.environ.get("PROGRAM_HOME", os.environ["HOME"])}
        self.program = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=home)
        self.id = until(self.look_for_window, 60.0, "no window after 60 s")

    def look_for_window(self):
        if self.program.poll() is not None:
            raise Refused(f"the program ended with {self.program.returncode} and no window")
        for window in xdotool("search", "--onlyvisible", "--pid", str(self.program.pid)).split():
            width, height = self.shape(window)
            if width >= 300 and height >= 200:
                return window
        return None

    @staticmethod
    def shape(window):
        lines = dict(line.split("=", 1) for line in xdotool("getwindowgeometry", "--shell", window).splitlines() if "=" in line)
        return int(lines.get("WIDTH", 0)), int(lines.get("HEIGHT", 0))

    def nodes(self):
        """Every accessible thing of the program, parents first."""
        desktop = Atspi.get_desktop(0)
        waiting = []
        for nr in range(desktop.get_child_count()):
            root = desktop.get_child_at_index(nr)
            if root is not None and root.get_process_id() == self.program.pid:
                root.clear_cache()
                waiting.append(root)
        while waiting:
            node = waiting.pop()
            try:
                yield node
                waiting.extend(child for nr in range(node.get_child_count()) if (child := node.get_child_at_index(nr)) is not None)
            except gi.repository.GLib.Error:
                continue  # It went away while it was looked at; what took its place is found the next time.

    def seen(self):
        """What has a name and its middle in the window, in reading order: y, x, role, name, is_selected, middle."""
        width, height = self.shape(self.id)
        things = []
        for node in self.nodes():
            try:
                name = node.get_name() or ""
                box = node.get_extents(Atspi.CoordType.WINDOW)
                middle = (box.x + box.width // 2, box.y + box.height // 2)
                if not name or box.width <= 0 or box.height <= 0 or not (0 <= middle[0] < width and 0 <= middle[1] < height):
                    continue
                is_selected = node.get_state_set().contains(Atspi.StateType.SELECTED)
                things.append((box.y, box.x, node.get_role_name(), name, is_selected, middle))
            except gi.repository.GLib.Error:
                continue
        return sorted(things, key=lambda thing: thing[:2])

    def names(self):
        return [thing[2:5] for thing in until(self.seen, PATIENCE, "the program shows nothing with a name")]

    def click(self, role, name):
        def is_meant(thing):
            is_named = thing[3].startswith(name[:-1]) if name.endswith("*") else thing[3] == name
            return is_named and role in ("", thing[2])

        def look():
            return [thing for thing in self.seen() if is_meant(thing)]

        def complaint():
            names = sorted({f"{thing[2]} {thing[3]}" for thing in self.seen()})
            return f"there is no {role} called {name!r} on screen; there are: {'; '.join(names)}"

        x, y = until(look, PATIENCE, complaint)[0][5]
        xdotool("mousemove", "--window", self.id, str(x), str(y))
        time.sleep(0.15)
        xdotool("click", "1")
        # Away again, so that no tooltip covers what is looked at next.
        time.sleep(0.15)
        xdotool("mousemove", "--window", self.id, "2", "2")
        time.sleep(0.25)

    def resize(self, width, height):
        xdotool("windowsize", "--sync", self.id, width, height)
        time.sleep(0.5)

    def cpu(self):
        with open(f"/proc/{self.program.pid}/stat", encoding="utf-8") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self):
        xdotool("windowfocus", "--sync", self.id, "key", "alt+F4")
        try:
            return self.program.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Refused(f"still running {PATIENCE:.0f} s after its window was closed") from None

    def obey(self, order, words):
        match order, words:
            case "names", []:
                return self.names()
            case "click", [role, name]:
                return self.click(role, name)
            case "key", [keys]:
                xdotool("windowfocus", "--sync", self.id, "key", "--clearmodifiers", keys)
                return time.sleep(0.4)
            case "type", [text]:
                xdotool("windowfocus", "--sync", self.id, "type", "--delay", "40", text)
                return time.sleep(0.4)
            case "size", [width, height]:
                return self.resize(width, height)
            case "cpu", []:
                return self.cpu()
            case "close", []:
                return self.close()
        raise Refused(f"no such order: {order} {words}")


def turn_accessibility_on():
    for status in ("IsEnabled", "ScreenReaderEnabled"):
        subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus", "--method",
             "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", status, "<true>"],
            stdout=subprocess.DEVNULL, check=True)
    Atspi.init()


def answer(value):
    # The services of the bus write to the same pipe; the mark tells what is an answer.
    print("> " + json.dumps(value, ensure_ascii=False), flush=True)


def main():
    turn_accessibility_on()
    keeper = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    window = None
    try:
        window = Window(sys.argv[1:])
        answer("ready")
        for line in sys.stdin:
            order, *words = line.rstrip("\n").split("\t")
            try:
                answer(window.obey(order, words))
            except Refused as reason:
                answer({"error": str(reason)})
            if order == "close":
                break
    except Exception as reason:  # Whatever it is, the test is the one to tell it.
        answer({"error": repr(reason)})
    finally:
        if window is not None and window.program.poll() is None:
            window.program.kill()
        keeper.terminate()


if __name__ == "__main__":
    main()
