include!("model.rs");

fn main() {
    let mut blocks = Blocks::new(2);
    let (a, b) = (blocks.alloc().unwrap(), blocks.alloc().unwrap());
    assert_ne!(a, b);
    assert_eq!(blocks.alloc(), Err(Fault::OutOfBlocks));
    blocks.share(a).unwrap();
    blocks.free(a).unwrap();
    assert_eq!(blocks.available(), 0);
    blocks.free(a).unwrap();
    assert_eq!(blocks.available(), 1);
    assert_eq!(blocks.free(a), Err(Fault::NotInUse(a)));
    assert_eq!(blocks.share(99), Err(Fault::NotInUse(99)));
    assert_eq!(blocks.alloc(), Ok(a));
}
