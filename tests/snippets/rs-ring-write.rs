include!("model.rs");

fn main() {
    let ring: Ring<u64, 8> = Ring::new();
    assert_eq!(ring.pop(), None);
    for n in 0..8 {
        assert!(ring.push(n));
    }
    assert!(!ring.push(8));
    assert_eq!(ring.pop(), Some(0));
    assert!(ring.push(8));
    while ring.pop().is_some() {}
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for n in 1..=200_000u64 {
                while !ring.push(n) {
                    std::hint::spin_loop();
                }
            }
        });
        for n in 1..=200_000u64 {
            let got = loop {
                if let Some(value) = ring.pop() {
                    break value;
                }
                std::hint::spin_loop();
            };
            assert_eq!(got, n);
        }
    });
}
