---
code: E0502
---
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    pub name: String,
    pub attempts: u32,
    pub failed: bool,
}

#[derive(Debug, Default)]
pub struct Pipeline {
    stages: Vec<Stage>,
    log: Vec<String>,
}

impl Pipeline {
    pub fn stage(&mut self, name: &str, failed: bool) {
        self.stages.push(Stage {
            name: name.to_string(),
            attempts: 1,
            failed,
        });
    }

    fn note(&mut self, line: String) {
        self.log.push(line);
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }

    pub fn len(&self) -> usize {
        self.stages.len()
    }

    /// Schedules the first failed stage again at the end of the pipeline,
    /// with one more attempt. Returns its name.
    pub fn retry_failed(&mut self) -> Option<String> {
        let failed = self.stages.iter().find(|s| s.failed)?;
        self.note(format!("retry {} #{}", failed.name, failed.attempts + 1));
        let again = Stage {
            name: failed.name.clone(),
            attempts: failed.attempts + 1,
            failed: false,
        };
        self.stages.push(again);
        Some(failed.name.clone())
    }

    pub fn last_attempts(&self) -> u32 {
        self.stages.last().map_or(0, |s| s.attempts)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    pub name: String,
    pub attempts: u32,
    pub failed: bool,
}

#[derive(Debug, Default)]
pub struct Pipeline {
    stages: Vec<Stage>,
    log: Vec<String>,
}

impl Pipeline {
    pub fn stage(&mut self, name: &str, failed: bool) {
        self.stages.push(Stage {
            name: name.to_string(),
            attempts: 1,
            failed,
        });
    }

    fn note(&mut self, line: String) {
        self.log.push(line);
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }

    pub fn len(&self) -> usize {
        self.stages.len()
    }

    /// Schedules the first failed stage again at the end of the pipeline,
    /// with one more attempt. Returns its name.
    pub fn retry_failed(&mut self) -> Option<String> {
        let failed = self.stages.iter().find(|s| s.failed)?.clone();
        self.note(format!("retry {} #{}", failed.name, failed.attempts + 1));
        let again = Stage {
            name: failed.name.clone(),
            attempts: failed.attempts + 1,
            failed: false,
        };
        self.stages.push(again);
        Some(failed.name.clone())
    }

    pub fn last_attempts(&self) -> u32 {
        self.stages.last().map_or(0, |s| s.attempts)
    }
}
==== tests
    #[test]
    fn retries_first_failed() {
        let mut p = Pipeline::default();
        p.stage("build", false);
        p.stage("test", true);
        p.stage("ship", true);
        assert_eq!(p.retry_failed(), Some("test".to_string()));
        assert_eq!(p.log(), ["retry test #2"]);
        assert_eq!((p.len(), p.last_attempts()), (4, 2));
    }
    #[test]
    fn nothing_failed() {
        let mut p = Pipeline::default();
        p.stage("build", false);
        assert_eq!(p.retry_failed(), None);
        assert!(p.log().is_empty());
        assert_eq!(p.len(), 1);
    }
