#[derive(Debug, Clone)]
pub struct Request {
    pub verb: String,
    pub path: String,
    pub payload: Vec<u8>,
}

pub struct Reply {
    pub status: u16,
    pub length: usize,
}

fn respond(request: Request) -> Reply {
    let status = if request.payload.is_empty() { 204 } else { 200 };
    Reply { status, length: request.payload.len() }
}

pub fn serve(queue: Vec<Request>, log: &mut Vec<String>) -> usize {
    let mut sent = 0;
    for request in queue {
        let reply = respond(request.clone());
        log.push(format!("{} {} {}", request.verb, request.path, reply.status));
        sent += reply.length;
    }
    sent
}
