#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Queued,
    Running { percent: u8 },
    Finished,
}

pub fn advance(state: State, step: u8) -> State {
    match state {
        State::Queued => State::Running { percent: step },
        State::Running { percent } if percent + step < 100 => State::Running { percent: percent + step },
        State::Running { .. } | State::Finished => State::Finished,
    }
}

pub fn steps_left(mut state: State, step: u8) -> u32 {
    let mut steps = 0;
    while state != State::Finished {
        state = advance(state, step);
        steps += 1;
    }
    steps
}
