use std::sync::Mutex;

struct Msg;
struct Net<'a>(&'a Mutex<Vec<Msg>>, std::cell::Cell<u32>);
impl Net<'_> {
    /// Counts the sends during which the queue is locked.
    fn send(&self, _: Msg) {
        if self.0.try_lock().is_err() {
            self.1.set(self.1.get() + 1);
        }
    }
}

include!("prompt.rs");

fn main() {
    let queue = Mutex::new(vec![Msg, Msg, Msg]);
    let net = Net(&queue, std::cell::Cell::new(0));
    flush(&queue, &net);
    assert_eq!(net.1.get(), 3);
    queue.lock().unwrap().push(Msg);
    let batch = std::mem::take(&mut *queue.lock().unwrap());
    for m in batch {
        net.send(m);
    }
    assert_eq!(net.1.get(), 3);
}
