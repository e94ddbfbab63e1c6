package org.livelabel.label.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.label.Samples;
import org.livelabel.label.words.Words;
import org.livelabel.support.SupportStatus;

class SixFactsTest {
    private final SixFacts facts = new SixFacts(Words.english());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                                  | NOT_STATED | The maker has not said what it collects.
            {'collects':{'answer':'no'}}                                                        | YES        | It collects nothing about you.
            {'collects':{'answer':'yes'}}                                                       | NOT_STATED | The maker has not said what it collects.
            {'practices':[]}                                                                    | NOT_STATED | The maker has not said what it collects.
            {'practices':[{'data_type':'camera'}]}                                              | NOT_STATED | The maker has not said what it collects.
            {'practices':[{'data_type':'camera','purposes':[]}]}                                | NOT_STATED | The maker has not said what it collects.
            {'practices':[{'data_type':'camera','purposes':['core_function','security']}]}      | YES        | Video.
            {'practices':[{'data_type':'camera','purposes':['core_function']},{'data_type':'usage'}]} | NOT_STATED | The maker has not said what it collects.
            {'practices':[{'data_type':'usage','purposes':['ads'],'opt_in':'yes'}]}             | YES        | How you use it.
            {'practices':[{'data_type':'usage','purposes':['ads'],'opt_in':'no','can_decline':'yes'}]} | PARTLY | Also used for ads. You can switch that off.
            {'practices':[{'data_type':'usage','purposes':['ads'],'can_decline':'no'}]}         | NO         | Also used for ads. You cannot switch it off.
            {'practices':[{'data_type':'usage','purposes':['ads'],'opt_in':'yes','can_decline':'no'}]} | YES | How you use it.
            {'practices':[{'data_type':'usage','purposes':['ads']}]}                            | NOT_STATED | The maker has not said what it collects.
            {'practices':[{'data_type':'usage','purposes':['ads'],'can_decline':'no'},{'data_type':'camera'}]} | NO | Also used for ads. You cannot switch it off.
            {'practices':[{'data_type':'usage','purposes':['mind_reading'],'can_decline':'yes'}]} | PARTLY   | Also used for other things. You can switch that off.
            {'collects':{'answer':'no'},'practices':[{'data_type':'usage','purposes':['ads'],'can_decline':'no'}]} | NO | Also used for ads. You cannot switch it off.
            """)
    void collectsOnlyWhatItNeeds(String data, Answer answer, String sentence) {
        assertThat(facts.collects(disclosed("{'data':" + data + "}")))
                .isEqualTo(new SixFacts.Verdict(answer, sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                                       | NOT_STATED | The maker has not said who gets it.
            {'data':{'collects':{'answer':'no'}}}                                                    | YES        | There is nothing to pass on.
            {'data':{'practices':[{'sold':'yes'}]}}                                                  | NO         | It is sold.
            {'data':{'practices':[{'sold':'no','shared_with':[]}]}}                                  | YES        | Not shared. Not sold.
            {'data':{'practices':[{'shared_with':[]}]}}                                              | NOT_STATED | The maker has not said who gets it.
            {'data':{'practices':[{'shared_with':[]}]},'privacy':{'no_sale':{'answer':'yes'}}}       | YES        | Not shared. Not sold.
            {'data':{'practices':[{'sold':'no'}]}}                                                   | NOT_STATED | The maker has not said who gets it.
            {'data':{'practices':[{'sold':'no','shared_with':[{'name':'A','role':'service_provider'}]}]}} | PARTLY | Never sold. One helper firm sees some.
            {'data':{'practices':[{'sold':'no','shared_with':[{'name':'A','role':'service_provider'},{'name':'B','role':'service_provider'}]},{'sold':'no','shared_with':[{'name':'A','role':'service_provider'}]}]}} | PARTLY | Never sold. Two helper firms see some.
            {'data':{'practices':[{'sold':'no','shared_with':[{'name':'U','role':'researcher'}]}]}}  | PARTLY     | Never sold. One other party sees some.
            {'data':{'practices':[{'shared_with':[{'name':'A','role':'advertiser','consent':'opt_out'},{'name':'B','role':'data_broker'}]}]}} | NO | Two ad firms get it.
            {'data':{'practices':[{'sold':'no','shared_with':[{'name':'A','role':'advertiser','consent':'opt_in'}]}]}} | PARTLY | Never sold. One other party sees some.
            {'data':{'practices':[{'sold':'no','shared_with':[]},{'sold':'no'}]}}                    | NOT_STATED | The maker has not said who gets it.
            """)
    void keepsYourDataToItself(String document, Answer answer, String sentence) {
        assertThat(facts.keeps(disclosed(document))).isEqualTo(new SixFacts.Verdict(answer, sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                                  | NOT_STATED     | The maker has not said what stops.
            {'works':{'answer':'yes'}}                                                          | YES            | Everything works.
            {'works':{'answer':'no'}}                                                           | NO             | It stops working.
            {'works':{'answer':'not_applicable'}}                                               | NOT_APPLICABLE | It never goes online.
            {'works':{'answer':'perhaps'}}                                                      | NOT_STATED     | The maker has not said what stops.
            {'works':{'answer':'partly'}}                                                       | PARTLY         | Some things stop.
            {'works':{'answer':'partly'},'keeps':[{'en':'Heating'}],'stops':[{'en':'The app'}]} | PARTLY         | Still works: Heating. Stops: The app.
            """)
    void worksWithoutInternet(String offline, Answer answer, String sentence) {
        assertThat(facts.offline(disclosed("{'offline':" + offline + "}")))
                .isEqualTo(new SixFacts.Verdict(answer, sentence));
    }

    @ParameterizedTest
    @CsvSource({
        "none, YES, There is no starting password to guess.",
        "user_chosen, YES, You choose your own.",
        "unique_per_device, YES, Each unit has its own.",
        "must_change, PARTLY, Starts the same on all. It asks you to change it.",
        "fixed, NO, Every unit came with the same one.",
        "telepathy, NOT_STATED, The maker has not said.",
    })
    void startsWithASafePassword(String kind, Answer answer, String sentence) {
        assertThat(facts.password(disclosed("{'access':{'default_password':{'kind':'" + kind + "'}}}")))
                .isEqualTo(new SixFacts.Verdict(answer, sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                      | SUPPORTED              | NOT_STATED | The maker has not said.
            {'automatic':{'answer':'yes'}}                          | SUPPORTED              | YES        | By itself, from the first day.
            {'automatic':{'answer':'yes'}}                          | ENDING                 | YES        | By itself, from the first day.
            {'automatic':{'answer':'partly'}}                       | NOT_STATED             | PARTLY     | Some updates wait for you to start them.
            {'automatic':{'answer':'no'}}                           | SUPPORTED              | NO         | You have to start each update.
            {'automatic':{'answer':'yes'}}                          | ENDED                  | NO         | Not any more.
            {'automatic':{'answer':'yes'}}                          | ENDED_AT_UNSTATED_DATE | NO         | Not any more.
            {'automatic':{'answer':'yes'}}                          | NONE_PROMISED          | NO         | It gets no security updates.
            {'possible':{'answer':'no'},'automatic':{'answer':'yes'}} | SUPPORTED            | NO         | It cannot be updated.
            {'automatic':{'answer':'not_applicable'}}               | SUPPORTED              | NOT_APPLICABLE | There is nothing in it to update.
            """)
    void updatesItself(String updates, SupportStatus support, Answer answer, String sentence) {
        assertThat(facts.updates(disclosed("{'updates':" + updates + "}"), support))
                .isEqualTo(new SixFacts.Verdict(answer, sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                                                 | NOT_STATED     | The maker has not said.
            {'privacy':{'deletion':{'answer':'no'}}}                                                           | NO             | You cannot.
            {'privacy':{'deletion':{'answer':'not_applicable'}}}                                               | NOT_APPLICABLE | It keeps no data.
            {'privacy':{'deletion':{'answer':'yes','where':['servers'],'how':'in_app','servers_within_days':30}}} | YES         | In the app. Off its servers in 30 days.
            {'privacy':{'deletion':{'answer':'yes','where':['device','servers'],'how':'by_request'}}}          | YES            | You have to ask for it.
            {'privacy':{'deletion':{'answer':'yes','where':['device'],'how':'on_device'}}}                     | PARTLY         | On the device only.
            {'privacy':{'deletion':{'answer':'yes'}}}                                                          | PARTLY         | Not everywhere it is kept.
            {'privacy':{'deletion':{'answer':'partly','where':['servers','app']}}}                             | PARTLY         | Not everywhere it is kept.
            {'privacy':{'deletion':{'answer':'yes','where':['device'],'how':'on_device'}},'data':{'practices':[{'kept_in_cloud':{'days':0}}]}} | YES | On the device.
            {'privacy':{'deletion':{'answer':'yes','where':['device'],'how':'on_device'}},'data':{'practices':[{}]}} | PARTLY   | On the device only.
            {'privacy':{'deletion':{'answer':'yes','how':'on_device'}},'data':{'collects':{'answer':'no'}}}    | YES            | On the device.
            """)
    void letsYouDeleteYourData(String document, Answer answer, String sentence) {
        assertThat(facts.deletion(disclosed(document))).isEqualTo(new SixFacts.Verdict(answer, sentence));
    }

    @Test
    void countsAnswersAndLeavesOutWhatDoesNotApply() {
        assertThat(facts.counts(facts.of(disclosed(Samples.CAMERA), SupportStatus.SUPPORTED)))
                .isEqualTo("4 yes, 2 partly");
        assertThat(facts.counts(facts.of(Disclosed.nothing(), SupportStatus.SUPPORTED)))
                .isEqualTo("None of 6 stated");
        assertThat(facts.counts(facts.of(Disclosed.nothing(), SupportStatus.ENDED)))
                .isEqualTo("1 no, 5 not stated");
        assertThat(facts.counts(facts.of(
                        disclosed("{'offline':{'works':{'answer':'not_applicable'}}}"), SupportStatus.SUPPORTED)))
                .isEqualTo("5 not stated");
    }

    private static Disclosed disclosed(String json) {
        try {
            return new Disclosed(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
