"""Many inputs in several processes, with a state in a file: a run goes on where it stopped."""

from __future__ import annotations

import json
import multiprocessing
import re
import subprocess
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from tests.hostile.kinds import kind_of
from tests.hostile.limits import run_input, smallest
from tests.lists import ROOT

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess
    from pathlib import Path

BLOCK = 50
"""Inputs that a process takes at once."""
PATIENCE = 900.0
"""Seconds after which a process that says nothing is ended, whatever it waits for."""
KEPT = 3
"""How many inputs of one kind of failure are kept."""

Block = tuple[int, int]
"""The first number, and the one behind the last."""


@dataclass(slots=True)
class State:
    """How far a run of one seed has come."""

    seed: int
    next: int = 0
    """The first number that nobody has taken."""
    open: list[Block] = field(default_factory=list)
    """What was taken and is not done."""
    counts: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)
    """Failures by kind."""
    cpu: float = 0.0
    versions: dict[str, int] = field(default_factory=dict)
    """Commit -> how many inputs it was sent."""

    def take(self, most: int) -> Block | None:
        """Return the next block of numbers; None: all are taken."""
        if self.next >= most:
            return None
        block = (self.next, min(self.next + BLOCK, most))
        self.next = block[1]
        self.open.append(block)
        return block

    def finish(self, block: Block, counts: Counter[str], cpu: float, version: str) -> None:
        """Take note of a block that is done."""
        self.open.remove(block)
        self.counts = dict(Counter(self.counts) + counts)
        self.versions[version] = self.versions.get(version, 0) + counts["inputs"]
        self.cpu += cpu


def load_state(path: Path | None, seed: int) -> State:
    """Return the state of a file, its open blocks to be taken again; a new one where there is none."""
    if path is None or not path.exists():
        return State(seed)
    held = json.loads(path.read_text(encoding="utf-8"))
    state = State(**{**held, "open": [tuple(block) for block in held["open"]]})
    if state.seed != seed:
        raise SystemExit(f"{path} is of seed {state.seed}")
    return state


def save_state(path: Path | None, state: State) -> None:
    """Write the state, whole or not at all."""
    if path is None:
        return
    part = path.with_suffix(".part")
    part.write_text(json.dumps(asdict(state), ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(path)


def work(pipe: Connection, seed: int) -> None:
    """Run the blocks that come through the pipe; say each number before it is run, and what came of a block."""
    while block := pipe.recv():
        start, counts, failures = time.process_time(), Counter[str](), list[tuple[str, str, int, bytes]]()
        known = set[str]()
        for number in range(*block):
            pipe.send(("at", number))
            data = kind_of(number).make(seed, number)
            outcome = run_input(data, number)
            counts += outcome.counts
            for kind, detail in dict(outcome.failures).items():
                found = data if kind in known else smallest(data, number, kind)
                known.add(kind)
                failures.append((kind, detail, number, found))
        pipe.send(("done", counts, time.process_time() - start, failures))


@dataclass(slots=True)
class Worker:
    """A process and what it is doing."""

    process: SpawnProcess
    pipe: Connection
    block: Block
    number: int
    since: float


class Run:
    """One run: its workers, its state, where failures are written."""

    def __init__(self, state: State, inputs: int, jobs: int, folder: Path, path: Path | None) -> None:
        self.state, self.inputs, self.jobs, self.folder, self.path = state, inputs, jobs, folder, path
        self.waiting = list(state.open)
        self.version = commit()

    def go(self) -> None:
        """Run until all inputs are done."""
        workers = [worker for _ in range(self.jobs) if (worker := self._start())]
        while workers:
            ready = wait([worker.pipe for worker in workers], timeout=30)
            for worker in list(workers):
                if worker.pipe in ready:
                    self._hear(worker, workers)
                elif time.monotonic() - worker.since > PATIENCE:
                    worker.process.kill()  # its pipe ends, which is heard in the next turn

    def _block(self) -> Block | None:
        return self.waiting.pop(0) if self.waiting else self.state.take(self.inputs)

    def _start(self) -> Worker | None:
        block = self._block()
        if block is None:
            return None
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self.state.seed), daemon=True)
        process.start()
        theirs.close()
        ours.send(block)
        return Worker(process, ours, block, block[0], time.monotonic())

    def _hear(self, worker: Worker, workers: list[Worker]) -> None:
        """Take what a worker says; one that died is followed by another, behind the input that it died of."""
        try:
            said = worker.pipe.recv()
        except (EOFError, ConnectionResetError):
            self._bury(worker)
            workers.remove(worker)
            workers += [new for new in [self._start()] if new]
            return
        worker.since = time.monotonic()
        if said[0] == "at":
            worker.number = said[1]
            return
        self._finish(worker.block, *said[1:])
        block = self._block()
        worker.pipe.send(block)
        if block is None:
            workers.remove(worker)
        else:
            worker.block = block

    def _finish(
        self, block: Block, counts: Counter[str], cpu: float, failures: list[tuple[str, str, int, bytes]]
    ) -> None:
        for failure in failures:
            self._keep(*failure)
        self.state.finish(block, counts, cpu, self.version)
        save_state(self.path, self.state)

    def _bury(self, worker: Worker) -> None:
        """Take note of an input that ended its process; the rest of the block is done by another."""
        self._keep(
            "hang: the process died",
            str(worker.process.exitcode),
            worker.number,
            kind_of(worker.number).make(self.state.seed, worker.number),
        )
        first, last = worker.block
        self.state.open.remove(worker.block)
        for rest in ((first, worker.number), (worker.number + 1, last)):
            if rest[0] < rest[1]:
                self.state.open.append(rest)
                self.waiting.append(rest)

    def _keep(self, kind: str, detail: str, number: int, data: bytes) -> None:
        """Count a failure, and write the first inputs of its kind into the folder."""
        count = self.state.kinds[kind] = self.state.kinds.get(kind, 0) + 1
        if count > KEPT:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        stem = re.sub(r"\W+", "-", kind, flags=re.ASCII).strip("-")[:80] + f"-{self.state.seed}-{number}"
        (self.folder / f"{stem}.tsv").write_bytes(data)
        said = f"{kind}\n{detail}\nseed {self.state.seed} number {number}, commit {self.version}\n"
        (self.folder / f"{stem}.txt").write_text(said, encoding="utf-8", errors="backslashreplace")


def commit() -> str:
    """Return the commit that is run, or what stands for it."""
    call = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    return subprocess.run(call, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


def report(state: State) -> dict[str, Any]:
    """Return the figures of a run."""
    failed = Counter(dict.fromkeys(("traceback", "lost", "hang"), 0))
    for kind, count in state.kinds.items():
        failed[kind.partition(":")[0]] += count
    return {"seed": state.seed, **state.counts, "failures": dict(failed), "cpu_seconds": round(state.cpu, 1)}
