---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct CompileStep {
    pub file: String,
    pub flags: Vec<String>,
}

/// Settings shared by all files of a target.
pub struct Target {
    pub name: String,
    pub files: Vec<String>,
    pub optimise: bool,
    pub defines: Vec<(String, String)>,
}

impl Target {
    fn common_flags(&self) -> Vec<String> {
        let mut flags = vec![if self.optimise { "-O2" } else { "-O0" }.to_string()];
        for (key, value) in &self.defines {
            flags.push(format!("-D{key}={value}"));
        }
        flags
    }

    /// One step per file: the common flags, then the name of the output.
    pub fn steps(&self) -> Vec<CompileStep> {
        let common = self.common_flags();
        let mut steps = Vec::with_capacity(self.files.len());
        for file in &self.files {
            let mut flags = common;
            flags.push(format!("-o{}/{file}.o", self.name));
            steps.push(CompileStep { file: file.clone(), flags });
        }
        steps
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct CompileStep {
    pub file: String,
    pub flags: Vec<String>,
}

/// Settings shared by all files of a target.
pub struct Target {
    pub name: String,
    pub files: Vec<String>,
    pub optimise: bool,
    pub defines: Vec<(String, String)>,
}

impl Target {
    fn common_flags(&self) -> Vec<String> {
        let mut flags = vec![if self.optimise { "-O2" } else { "-O0" }.to_string()];
        for (key, value) in &self.defines {
            flags.push(format!("-D{key}={value}"));
        }
        flags
    }

    /// One step per file: the common flags, then the name of the output.
    pub fn steps(&self) -> Vec<CompileStep> {
        let common = self.common_flags();
        let mut steps = Vec::with_capacity(self.files.len());
        for file in &self.files {
            let mut flags = common.clone();
            flags.push(format!("-o{}/{file}.o", self.name));
            steps.push(CompileStep { file: file.clone(), flags });
        }
        steps
    }
}
==== tests
#[test]
fn each_file_gets_common_flags_and_its_own_output() {
    let t = Target {
        name: "core".into(),
        files: vec!["a".into(), "b".into()],
        optimise: true,
        defines: vec![("N".into(), "3".into())],
    };
    let s = t.steps();
    assert_eq!(s[0].flags, vec!["-O2", "-DN=3", "-ocore/a.o"]);
    assert_eq!(s[1].flags, vec!["-O2", "-DN=3", "-ocore/b.o"]);
    assert_eq!(s[1].file, "b");
}

#[test]
fn no_files_no_steps() {
    let t = Target { name: "x".into(), files: vec![], optimise: false, defines: vec![] };
    assert!(t.steps().is_empty());
}
