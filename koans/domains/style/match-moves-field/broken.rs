pub struct Member {
    pub first: String,
    pub nickname: Option<String>,
}

impl Member {
    pub fn greeting(&self) -> String {
        match self.nickname {
            Some(nickname) => format!("Hi {nickname}!"),
            None => format!("Hello {}.", self.first),
        }
    }
}

pub fn newsletter(members: &[Member]) -> Vec<String> {
    let mut lines: Vec<String> = members.iter().map(Member::greeting).collect();
    lines.sort_by_key(String::len);
    lines.dedup();
    lines
}
