---
code: E0507
---
//! Posts of a blog and who wrote them.

#[derive(Debug, PartialEq)]
pub struct NoAuthor {
    pub title: String,
}

#[derive(Debug, PartialEq)]
pub struct Post {
    pub title: String,
    pub author: String,
}

#[derive(Debug, Default)]
pub struct Blog {
    /// Who signs the posts that name no author.
    pub house_author: Option<String>,
    pub posts: Vec<Post>,
}

impl Blog {
    /// Publishes a post; `author` may be left out if the blog has a house author.
    pub fn publish(&mut self, title: &str, author: Option<&str>) -> Result<(), NoAuthor> {
        let author = match author {
            Some(name) => name.to_string(),
            None => self.house_author.ok_or(NoAuthor { title: title.to_string() })?,
        };
        self.posts.push(Post { title: title.to_string(), author });
        Ok(())
    }

    pub fn titles_by(&self, author: &str) -> Vec<&str> {
        let by_author = self.posts.iter().filter(|post| post.author == author);
        by_author.map(|post| post.title.as_str()).collect()
    }
}
==== fixed
//! Posts of a blog and who wrote them.

#[derive(Debug, PartialEq)]
pub struct NoAuthor {
    pub title: String,
}

#[derive(Debug, PartialEq)]
pub struct Post {
    pub title: String,
    pub author: String,
}

#[derive(Debug, Default)]
pub struct Blog {
    /// Who signs the posts that name no author.
    pub house_author: Option<String>,
    pub posts: Vec<Post>,
}

impl Blog {
    /// Publishes a post; `author` may be left out if the blog has a house author.
    pub fn publish(&mut self, title: &str, author: Option<&str>) -> Result<(), NoAuthor> {
        let author = match author {
            Some(name) => name.to_string(),
            None => {
                self.house_author.clone().ok_or_else(|| NoAuthor { title: title.to_string() })?
            }
        };
        self.posts.push(Post { title: title.to_string(), author });
        Ok(())
    }

    pub fn titles_by(&self, author: &str) -> Vec<&str> {
        let by_author = self.posts.iter().filter(|post| post.author == author);
        by_author.map(|post| post.title.as_str()).collect()
    }
}
==== tests
#[test]
fn the_house_author_signs_many_posts() {
    let mut blog = Blog { house_author: Some("desk".to_string()), posts: Vec::new() };
    assert_eq!(blog.publish("rain", None), Ok(()));
    assert_eq!(blog.publish("sun", Some("eve")), Ok(()));
    assert_eq!(blog.publish("snow", None), Ok(()));
    assert_eq!(blog.titles_by("desk"), ["rain", "snow"]);
    assert_eq!(blog.titles_by("eve"), ["sun"]);
    assert_eq!(blog.house_author.as_deref(), Some("desk"));
}

#[test]
fn nobody_to_sign() {
    let mut blog = Blog::default();
    assert_eq!(blog.publish("rain", None), Err(NoAuthor { title: "rain".to_string() }));
    assert!(blog.posts.is_empty());
}
