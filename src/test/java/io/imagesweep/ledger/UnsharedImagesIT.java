package io.imagesweep.ledger;

import static io.imagesweep.candidate.ImageFixture.HANGZHOU;
import static io.imagesweep.candidate.ImageFixture.NOON;
import static io.imagesweep.ledger.LedgerFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.ImageFixture;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.deletion.TakenShares;
import io.imagesweep.deletion.TakenShares.Ending;
import io.imagesweep.deletion.TakenShares.Owed;
import io.imagesweep.policy.Approved;
import io.imagesweep.policy.Manner;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To whom an image is owed after it was taken in several turns. */
class UnsharedImagesIT {

    private final LedgerFixture ledger = new LedgerFixture();
    private final UnsharedImages unshared = new UnsharedImages(ledger.jdbc, ledger.database.transactions());
    private RunId run = RunId.next();

    @BeforeEach
    void claim() {
        run = ledger.begun("key");
        var image = ImageFixture.image(HANGZHOU, "m-1", NOON);
        ledger.plans.write(run, List.of(Approved.deletion(image, "old", "due", new Manner(false, true, false))));
        ledger.plans.seal(run, RunFacts.NONE);
        ledger.claim(run, 0, "m-1");
    }

    private TakenShares shares() {
        return unshared.of(run, () -> NOON);
    }

    private Owed take(String... accounts) {
        return shares().taken(key("m-1"), List.of(accounts));
    }

    private List<String> turns() {
        return ledger.jdbc
                .sql("select turn || ' ' || outcome from unshared_image order by turn")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Test
    void isNobodyOnceTheDeletionIsConfirmed() {
        take("7", "8");
        ledger.record(run, "m-1", LedgerFixture.DELETED);
        assertThat(turns()).containsExactly("1 TAKEN");

        ledger.confirmations.confirm(HANGZHOU, List.of(), NOON.plusSeconds(9));

        assertThat(turns()).containsExactly("1 GONE");
    }

    @Test
    void areAllWhoDoNotHaveItBack() {
        take("7", "8");
        shares().ended(key("m-1"), take("8", "9"), new Ending.PutBack());
        take("7", "8");

        var owed = take("8", "9");

        assertThat(owed.accounts()).containsExactlyInAnyOrder("7", "8", "9");
        assertThat(unshared.open(HANGZHOU))
                .containsExactly(new UnsharedImages.Taken(run, key("m-1"), owed, Outcome.CALLING, 0));
    }

    @Test
    void areNobodyWhenItWasTakenFromNobody() {
        assertThat(take()).isEqualTo(new Owed(0, List.of()));
        assertThat(unshared.open(HANGZHOU)).isEmpty();
    }

    @Test
    void areThoseOfALaterTurnWhateverAnEarlierOneComesTo() {
        var earlier = take("7", "8");
        take("7", "8");

        shares().ended(key("m-1"), earlier, new Ending.PutBack());

        assertThat(turns()).containsExactly("1 PUT_BACK", "2 TAKEN");
    }

    @Test
    void areOnlyThoseRefusedWhoseTurnHasThem() {
        take("7");
        var owed = take("8", "9");

        shares().ended(key("m-1"), owed, new Ending.Failed(List.of("9"), new ApiAnswer(404, "Invalid", null, "who?")));

        assertThat(turns()).containsExactly("1 PUT_BACK", "2 FAILED");
        assertThat(ledger.jdbc
                        .sql("select max(message) from unshared_image")
                        .query(String.class)
                        .single())
                .isEqualTo("not back with 9: who?");
    }

    @Test
    void makeTheNextStartWaitForACallThatMayBeOnItsWay() {
        assertThat(ledger.leftOvers.in(HANGZHOU)).extracting(LeftOver::taken).containsExactly(false);

        take("7");

        assertThat(ledger.leftOvers.in(HANGZHOU)).extracting(LeftOver::taken).containsExactly(true);
    }
}
