---
code: E0277
---
pub trait Renderer {
    fn name(&self) -> String;
    fn draw(&self, text: &str) -> String;
}

pub struct Plain;

pub struct Boxed {
    pub border: char,
}

impl Renderer for Plain {
    fn name(&self) -> String {
        "plain".to_string()
    }
    fn draw(&self, text: &str) -> String {
        text.to_string()
    }
}

impl Renderer for Boxed {
    fn name(&self) -> String {
        format!("boxed({})", self.border)
    }
    fn draw(&self, text: &str) -> String {
        format!("{0}{1}{0}", self.border, text)
    }
}

#[derive(Default)]
pub struct Pipeline {
    stages: Vec<dyn Renderer>,
}

impl Pipeline {
    pub fn with(mut self, stage: impl Renderer + 'static) -> Self {
        self.stages.push(stage);
        self
    }

    /// Feeds the text through the stages in the order they were added.
    pub fn draw(&self, text: &str) -> String {
        let mut out = text.to_string();
        for stage in self.stages.iter() {
            out = stage.draw(&out);
        }
        out
    }

    pub fn names(&self) -> Vec<String> {
        self.stages.iter().map(|s| s.name()).collect()
    }
}
==== fixed
pub trait Renderer {
    fn name(&self) -> String;
    fn draw(&self, text: &str) -> String;
}

pub struct Plain;

pub struct Boxed {
    pub border: char,
}

impl Renderer for Plain {
    fn name(&self) -> String {
        "plain".to_string()
    }
    fn draw(&self, text: &str) -> String {
        text.to_string()
    }
}

impl Renderer for Boxed {
    fn name(&self) -> String {
        format!("boxed({})", self.border)
    }
    fn draw(&self, text: &str) -> String {
        format!("{0}{1}{0}", self.border, text)
    }
}

#[derive(Default)]
pub struct Pipeline {
    stages: Vec<Box<dyn Renderer>>,
}

impl Pipeline {
    pub fn with(mut self, stage: impl Renderer + 'static) -> Self {
        self.stages.push(Box::new(stage));
        self
    }

    /// Feeds the text through the stages in the order they were added.
    pub fn draw(&self, text: &str) -> String {
        let mut out = text.to_string();
        for stage in self.stages.iter() {
            out = stage.draw(&out);
        }
        out
    }

    pub fn names(&self) -> Vec<String> {
        self.stages.iter().map(|s| s.name()).collect()
    }
}
==== tests
#[test]
fn stages_apply_in_order() {
    let p = Pipeline::default().with(Boxed { border: '|' }).with(Plain).with(Boxed { border: '*' });
    assert_eq!(p.draw("hi"), "*|hi|*");
    assert_eq!(p.names(), vec!["boxed(|)", "plain", "boxed(*)"]);
}

#[test]
fn empty_pipeline_keeps_text() {
    assert_eq!(Pipeline::default().draw("x"), "x");
}
