package org.livelabel.conduct.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("192.0.2.2");
    private static final InetAddress PROXY = InetAddress.ofLiteral("10.0.0.1");

    private final Places places = new Places(2, 4, new Networks(List.of("10.0.0.0/8")));

    @Test
    void whoHoldsItsShareGetsNoMoreWhileOthersDo() {
        places.take(ONE);
        places.take(ONE);

        boolean third = places.take(ONE);
        boolean others = places.take(OTHER);

        assertThat(third).isFalse();
        assertThat(others).isTrue();
        assertThat(places.taken()).isEqualTo(3);
    }

    @Test
    void aPlaceThatWasGivenBackCanBeTakenAgainAndARefusalHoldsNone() {
        places.take(ONE);
        places.take(ONE);
        places.take(ONE);

        places.giveBack(ONE);
        boolean again = places.take(ONE);
        boolean oneMore = places.take(ONE);

        assertThat(again).isTrue();
        assertThat(oneMore).isFalse();
        assertThat(places.taken()).isEqualTo(2);
    }

    @Test
    void anExemptAddressMayHoldAllButNotMoreThanThereAre() {
        for (int i = 0; i < 4; i++) {
            assertThat(places.take(PROXY)).isTrue();
        }

        boolean itsFifth = places.take(PROXY);
        boolean others = places.take(ONE);

        assertThat(itsFifth).isFalse();
        assertThat(others).isFalse();
    }

    @Test
    void allAddressesOfOneSubscriberCountAsOne() {
        places.take(InetAddress.ofLiteral("2001:db8:0:1::1"));
        places.take(InetAddress.ofLiteral("2001:db8:0:1:ffff::2"));

        boolean sameNetwork = places.take(InetAddress.ofLiteral("2001:db8:0:1::3"));
        boolean nextNetwork = places.take(InetAddress.ofLiteral("2001:db8:0:2::1"));

        assertThat(sameNetwork).isFalse();
        assertThat(nextNetwork).isTrue();
    }

    @Test
    void whoseAddressIsUnknownSharesWithAllWhoAreUnknown() {
        places.take(null);
        places.take(null);

        boolean third = places.take(null);
        places.giveBack(null);
        boolean afterOneWent = places.take(null);

        assertThat(third).isFalse();
        assertThat(afterOneWent).isTrue();
    }
}
