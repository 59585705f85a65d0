---
code: E0046
---
/// Turns values into cookie text and back.
pub trait Codec {
    type Value;

    fn encode(&self, value: &Self::Value) -> String;
    fn decode(&self, text: &str) -> Option<Self::Value>;
}

/// `user.role.role`, for the identity cookie.
pub struct IdentityCodec;

#[derive(Debug, Clone, PartialEq)]
pub struct Identity {
    pub user: String,
    pub roles: Vec<String>,
}

impl Codec for IdentityCodec {
    fn encode(&self, value: &Identity) -> String {
        let mut parts = vec![value.user.clone()];
        parts.extend(value.roles.iter().cloned());
        parts.join(".")
    }

    fn decode(&self, text: &str) -> Option<Identity> {
        let mut parts = text.split('.').map(str::to_string);
        let user = parts.next().filter(|u| !u.is_empty())?;
        Some(Identity {
            user,
            roles: parts.collect(),
        })
    }
}

/// Reads a cookie again as the browser sent it.
pub fn reread<C: Codec>(codec: &C, text: &str) -> Option<String> {
    codec.decode(text).map(|value| codec.encode(&value))
}
==== fixed
/// Turns values into cookie text and back.
pub trait Codec {
    type Value;

    fn encode(&self, value: &Self::Value) -> String;
    fn decode(&self, text: &str) -> Option<Self::Value>;
}

/// `user.role.role`, for the identity cookie.
pub struct IdentityCodec;

#[derive(Debug, Clone, PartialEq)]
pub struct Identity {
    pub user: String,
    pub roles: Vec<String>,
}

impl Codec for IdentityCodec {
    type Value = Identity;

    fn encode(&self, value: &Identity) -> String {
        let mut parts = vec![value.user.clone()];
        parts.extend(value.roles.iter().cloned());
        parts.join(".")
    }

    fn decode(&self, text: &str) -> Option<Identity> {
        let mut parts = text.split('.').map(str::to_string);
        let user = parts.next().filter(|u| !u.is_empty())?;
        Some(Identity {
            user,
            roles: parts.collect(),
        })
    }
}

/// Reads a cookie again as the browser sent it.
pub fn reread<C: Codec>(codec: &C, text: &str) -> Option<String> {
    codec.decode(text).map(|value| codec.encode(&value))
}
==== tests
    #[test]
    fn round_trip() {
        let id = Identity { user: "ann".into(), roles: vec!["ops".into(), "dev".into()] };
        assert_eq!(IdentityCodec.encode(&id), "ann.ops.dev");
        assert_eq!(IdentityCodec.decode("ann.ops.dev"), Some(id));
    }
    #[test]
    fn nobody() {
        assert_eq!(reread(&IdentityCodec, ""), None);
        assert_eq!(reread(&IdentityCodec, "bob").as_deref(), Some("bob"));
    }
