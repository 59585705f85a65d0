---
code: E0277
---
#[derive(Debug, PartialEq)]
pub enum Fault {
    StackUnderflow,
    DivisionByZero,
}

#[derive(Debug, Clone, Copy)]
pub enum Op {
    Push(i32),
    Add,
    Div,
}

#[derive(Debug, Default)]
pub struct Vm {
    stack: Vec<i32>,
}

impl Vm {
    fn pop(&mut self) -> Result<i32, Fault> {
        self.stack.pop().ok_or(Fault::StackUnderflow)
    }

    fn step(&mut self, op: Op) {
        let value = match op {
            Op::Push(value) => value,
            Op::Add => self.pop()? + self.pop()?,
            Op::Div => {
                let divisor = self.pop()?;
                let dividend = self.pop()?;
                dividend.checked_div(divisor).ok_or(Fault::DivisionByZero)?
            }
        };
        self.stack.push(value);
    }

    /// Runs a program to its end and gives the top of the stack; stops at the first fault.
    pub fn run(program: &[Op]) -> Result<i32, Fault> {
        let mut vm = Vm::default();
        for &op in program {
            vm.step(op);
        }
        vm.pop()
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum Fault {
    StackUnderflow,
    DivisionByZero,
}

#[derive(Debug, Clone, Copy)]
pub enum Op {
    Push(i32),
    Add,
    Div,
}

#[derive(Debug, Default)]
pub struct Vm {
    stack: Vec<i32>,
}

impl Vm {
    fn pop(&mut self) -> Result<i32, Fault> {
        self.stack.pop().ok_or(Fault::StackUnderflow)
    }

    fn step(&mut self, op: Op) -> Result<(), Fault> {
        let value = match op {
            Op::Push(value) => value,
            Op::Add => self.pop()? + self.pop()?,
            Op::Div => {
                let divisor = self.pop()?;
                let dividend = self.pop()?;
                dividend.checked_div(divisor).ok_or(Fault::DivisionByZero)?
            }
        };
        self.stack.push(value);
        Ok(())
    }

    /// Runs a program to its end and gives the top of the stack; stops at the first fault.
    pub fn run(program: &[Op]) -> Result<i32, Fault> {
        let mut vm = Vm::default();
        for &op in program {
            vm.step(op)?;
        }
        vm.pop()
    }
}
==== tests
#[test]
fn computes() {
    assert_eq!(Vm::run(&[Op::Push(7), Op::Push(5), Op::Add, Op::Push(4), Op::Div]), Ok(3));
}
#[test]
fn stops_at_the_first_fault() {
    assert_eq!(Vm::run(&[Op::Push(1), Op::Add, Op::Push(5)]), Err(Fault::StackUnderflow));
    assert_eq!(
        Vm::run(&[Op::Push(1), Op::Push(0), Op::Div, Op::Push(9)]),
        Err(Fault::DivisionByZero)
    );
    assert_eq!(Vm::run(&[]), Err(Fault::StackUnderflow));
}
