---
code: E0499
---
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Register {
    value: u32,
    writes: u32,
}

impl Register {
    fn write(&mut self, value: u32) {
        self.value = value;
        self.writes += 1;
    }
}

#[derive(Debug, PartialEq)]
pub struct NoSuchRegister(pub usize);

#[derive(Debug, Default)]
pub struct Cpu {
    registers: [Register; 4],
    pub carry: bool,
}

impl Cpu {
    fn register(&mut self, index: usize) -> Result<&mut Register, NoSuchRegister> {
        self.registers.get_mut(index).ok_or(NoSuchRegister(index))
    }

    pub fn load(&mut self, index: usize, value: u32) -> Result<(), NoSuchRegister> {
        self.register(index)?.write(value);
        Ok(())
    }

    /// `to += from`. The carry tells whether the sum did not fit. Only `to` is written.
    pub fn add(&mut self, to: usize, from: usize) -> Result<(), NoSuchRegister> {
        let target = self.register(to)?;
        let (sum, carry) = target.value.overflowing_add(self.register(from)?.value);
        target.write(sum);
        self.carry = carry;
        Ok(())
    }

    /// Swaps two values; both registers are written.
    pub fn exchange(&mut self, a: usize, b: usize) -> Result<(), NoSuchRegister> {
        let old = (self.register(a)?.value, self.register(b)?.value);
        self.register(a)?.write(old.1);
        self.register(b)?.write(old.0);
        Ok(())
    }

    pub fn state(&self) -> [(u32, u32); 4] {
        self.registers.clone().map(|r| (r.value, r.writes))
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Register {
    value: u32,
    writes: u32,
}

impl Register {
    fn write(&mut self, value: u32) {
        self.value = value;
        self.writes += 1;
    }
}

#[derive(Debug, PartialEq)]
pub struct NoSuchRegister(pub usize);

#[derive(Debug, Default)]
pub struct Cpu {
    registers: [Register; 4],
    pub carry: bool,
}

impl Cpu {
    fn register(&mut self, index: usize) -> Result<&mut Register, NoSuchRegister> {
        self.registers.get_mut(index).ok_or(NoSuchRegister(index))
    }

    pub fn load(&mut self, index: usize, value: u32) -> Result<(), NoSuchRegister> {
        self.register(index)?.write(value);
        Ok(())
    }

    /// `to += from`. The carry tells whether the sum did not fit. Only `to` is written.
    pub fn add(&mut self, to: usize, from: usize) -> Result<(), NoSuchRegister> {
        let addend = self.register(from)?.value;
        let target = self.register(to)?;
        let (sum, carry) = target.value.overflowing_add(addend);
        target.write(sum);
        self.carry = carry;
        Ok(())
    }

    /// Swaps two values; both registers are written.
    pub fn exchange(&mut self, a: usize, b: usize) -> Result<(), NoSuchRegister> {
        let old = (self.register(a)?.value, self.register(b)?.value);
        self.register(a)?.write(old.1);
        self.register(b)?.write(old.0);
        Ok(())
    }

    pub fn state(&self) -> [(u32, u32); 4] {
        self.registers.clone().map(|r| (r.value, r.writes))
    }
}
==== tests
#[test]
fn adds_with_carry() {
    let mut cpu = Cpu::default();
    cpu.load(0, u32::MAX).unwrap();
    cpu.load(1, 3).unwrap();
    assert_eq!(cpu.add(0, 1), Ok(()));
    assert!(cpu.carry);
    assert_eq!(cpu.state(), [(2, 2), (3, 1), (0, 0), (0, 0)]);
    cpu.add(1, 1).unwrap();
    assert!(!cpu.carry);
    assert_eq!(cpu.state()[1], (6, 2));
}
#[test]
fn unknown_registers() {
    let mut cpu = Cpu::default();
    cpu.load(2, 5).unwrap();
    assert_eq!(cpu.add(2, 7), Err(NoSuchRegister(7)));
    assert_eq!(cpu.add(9, 2), Err(NoSuchRegister(9)));
    assert_eq!(cpu.state()[2], (5, 1));
}
#[test]
fn exchanges() {
    let mut cpu = Cpu::default();
    cpu.load(0, 1).unwrap();
    cpu.exchange(0, 3).unwrap();
    assert_eq!(cpu.state(), [(0, 2), (0, 0), (0, 0), (1, 1)]);
}
