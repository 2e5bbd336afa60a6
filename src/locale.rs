//! The two languages and every visible string, from `assets/locales`.
//!
//! Not here: the words of a dossier, which carry both languages themselves ([`Bilingual`]).

mod digits;
mod phrase;

use std::{borrow::Cow, fmt, str::FromStr, sync::LazyLock};

pub use digits::{count_text, grouped};
pub use fluent_bundle::{FluentArgs, FluentValue};
use fluent_bundle::{FluentResource, concurrent::FluentBundle};
pub use phrase::{inline, sentence};

/// A language of the interface and of a dossier's article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lang {
    /// Simplified Chinese, the language of the report.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Chinese first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The language's code, as in `--lang` and in file names.
    pub fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The language to switch to.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }
}

impl FromStr for Lang {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|lang| lang.code() == code).ok_or_else(|| format!("`{code}` is no language; expected zh or en"))
    }
}

/// A text in both languages, as a dossier carries it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// A text from its two versions.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// Text made by the same function in each language.
    pub fn from_fn(make: impl Fn(Lang) -> String) -> Self {
        Self { zh: make(Lang::Zh), en: make(Lang::En) }
    }
}

impl fmt::Display for Bilingual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} / {}", self.zh, self.en)
    }
}

/// The source of one language's strings.
pub fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => include_str!("../assets/locales/zh.ftl"),
        Lang::En => include_str!("../assets/locales/en.ftl"),
    }
}

static ZH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Lang::Zh));
static EN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Lang::En));

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let resource = match FluentResource::try_new(source(lang).to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let id = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Zh => |value, _| digits::number_text(Lang::Zh, value),
        Lang::En => |value, _| digits::number_text(Lang::En, value),
    }));
    bundle.add_resource_overriding(resource);
    bundle
}

/// The string named `key`; the key itself where there is none (a test keeps that from happening).
pub fn tr(lang: Lang, key: &str) -> Cow<'static, str> {
    format(lang, key, None)
}

/// The string named `key` with its arguments filled in, plurals chosen by the language's rules.
pub fn tr_args(lang: Lang, key: &str, args: &[(&'static str, FluentValue<'_>)]) -> String {
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    format(lang, key, Some(&args)).into_owned()
}

fn format(lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
    let bundle: &'static FluentBundle<FluentResource> = match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return Cow::Owned(key.to_owned());
    };
    Cow::Owned(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
}
