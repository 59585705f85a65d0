pub mod money {
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Amount {
        pub cents: i64,
    }

    impl Amount {
        pub fn euros(euros: i64) -> Amount {
            Amount { cents: euros * 100 }
        }
    }
}

pub fn split_bill(total: money::Amount, guests: i64) -> Vec<money::Amount> {
    let share = total.cents / guests;
    let mut left = total.cents % guests;
    (0..guests)
        .map(|_| {
            let more = left.min(1);
            left -= more;
            money::Amount { cents: share + more }
        })
        .collect()
}

pub fn deposit(nights: i64) -> money::Amount {
    money::Amount::euros(nights * 25)
}
