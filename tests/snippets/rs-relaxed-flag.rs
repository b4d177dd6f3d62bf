use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};

static DATA: AtomicU32 = AtomicU32::new(0);
static READY: AtomicBool = AtomicBool::new(false);

mod prompt {
    use super::*;
    include!("prompt.rs");
    pub fn both() -> u32 {
        std::thread::scope(|s| {
            let seen = s.spawn(b);
            s.spawn(a);
            seen.join().unwrap()
        })
    }
}

fn main() {
    for _ in 0..2000 {
        DATA.store(0, Relaxed);
        READY.store(false, Relaxed);
        assert!(matches!(prompt::both(), 42 | 43));
    }
}
