---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    Install(String),
    Remove(String),
}

#[derive(Debug, Default)]
pub struct Transaction {
    jobs: Vec<Job>,
    committed: u32,
}

impl Transaction {
    pub fn install(&mut self, name: &str) -> &mut Self {
        self.jobs.push(Job::Install(name.to_string()));
        self
    }

    pub fn remove(&mut self, name: &str) -> &mut Self {
        self.jobs.push(Job::Remove(name.to_string()));
        self
    }

    pub fn pending(&self) -> usize {
        self.jobs.len()
    }

    /// Hands the queued jobs out for execution, removals first. The
    /// transaction is empty afterwards and can be filled again.
    pub fn commit(&mut self) -> Vec<Job> {
        let mut jobs = self.jobs;
        jobs.sort_by_key(|job| matches!(job, Job::Install(_)));
        if !jobs.is_empty() {
            self.committed += 1;
        }
        jobs
    }

    pub fn committed(&self) -> u32 {
        self.committed
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    Install(String),
    Remove(String),
}

#[derive(Debug, Default)]
pub struct Transaction {
    jobs: Vec<Job>,
    committed: u32,
}

impl Transaction {
    pub fn install(&mut self, name: &str) -> &mut Self {
        self.jobs.push(Job::Install(name.to_string()));
        self
    }

    pub fn remove(&mut self, name: &str) -> &mut Self {
        self.jobs.push(Job::Remove(name.to_string()));
        self
    }

    pub fn pending(&self) -> usize {
        self.jobs.len()
    }

    /// Hands the queued jobs out for execution, removals first. The
    /// transaction is empty afterwards and can be filled again.
    pub fn commit(&mut self) -> Vec<Job> {
        let mut jobs = std::mem::take(&mut self.jobs);
        jobs.sort_by_key(|job| matches!(job, Job::Install(_)));
        if !jobs.is_empty() {
            self.committed += 1;
        }
        jobs
    }

    pub fn committed(&self) -> u32 {
        self.committed
    }
}
==== tests
    #[test]
    fn removals_first_then_empty() {
        let mut t = Transaction::default();
        t.install("a").remove("b").install("c").remove("d");
        let jobs = t.commit();
        assert_eq!(
            jobs,
            vec![
                Job::Remove("b".into()),
                Job::Remove("d".into()),
                Job::Install("a".into()),
                Job::Install("c".into()),
            ]
        );
        assert_eq!(t.pending(), 0);
    }
    #[test]
    fn second_commit_has_only_new_jobs() {
        let mut t = Transaction::default();
        t.install("a");
        t.commit();
        t.remove("a");
        assert_eq!(t.commit(), vec![Job::Remove("a".into())]);
        assert!(t.commit().is_empty());
        assert_eq!(t.committed(), 2);
    }
