#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub host: String,
    pub port: u16,
    pub retries: u8,
    pub quiet: bool,
}

pub fn from_args(args: &[&str]) -> Settings {
    let mut settings = Settings { port: 8080, retries: 3, ..Default::default() };
    let mut rest = args.iter();
    while let Some(&arg) = rest.next() {
        match arg {
            "--host" => settings.host = rest.next().map(|host| host.to_string()).unwrap_or_default(),
            "--port" => settings.port = rest.next().and_then(|port| port.parse().ok()).unwrap_or(settings.port),
            "--quiet" => settings.quiet = true,
            _ => settings.retries = settings.retries.saturating_sub(1),
        }
    }
    settings
}
