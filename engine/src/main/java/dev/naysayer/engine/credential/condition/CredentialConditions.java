package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.CredentialCondition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every condition there is. */
public final class CredentialConditions {

    /** The good credential: every operation has it, no suite names it. */
    public static final CredentialCondition CONTROL = Valid.VARIANTS.get(0);

    /** The good credential of a subject that may not: each such subject is tried at each operation, no suite names it. */
    public static final CredentialCondition DENIED = Denied.MAY_NOT;

    /** The same at a token endpoint, where a client may not use the grant. */
    public static final CredentialCondition DENIED_GRANT = Denied.MAY_NOT_BY_GRANT;

    /** The same, where the object that is asked for is somebody else's. */
    public static final CredentialCondition FOREIGN = Denied.MAY_NOT_TO_FOREIGN;

    /** What may stand under {@code scenarios}. */
    public static final List<CredentialCondition> ALL = Stream.of(
                    NoToken.VARIANTS,
                    WrongScheme.VARIANTS,
                    EmptyHeader.VARIANTS,
                    SchemeOnly.VARIANTS,
                    BareToken.VARIANTS,
                    SchemeRunOn.VARIANTS,
                    SchemeCase.VARIANTS,
                    HeaderNameCase.VARIANTS,
                    SeveralSpaces.VARIANTS,
                    SurroundingBlanks.VARIANTS,
                    TabSeparator.VARIANTS,
                    RepeatedHeader.VARIANTS,
                    TwoSchemes.VARIANTS,
                    CommaJoined.VARIANTS,
                    TokenParameter.VARIANTS,
                    TokenInQuery.VARIANTS,
                    TokenInForm.VARIANTS,
                    TokenInJson.VARIANTS,
                    TokenInCookie.VARIANTS,
                    TokenInOtherHeader.VARIANTS,
                    ForgedIdentity.VARIANTS,
                    IllegalCharacters.VARIANTS,
                    NonAscii.VARIANTS,
                    LineBreak.VARIANTS,
                    Oversize.VARIANTS,
                    NoneAfterValid.VARIANTS,
                    PathVariants.VARIANTS,
                    MethodVariants.VARIANTS,
                    AnyAccept.VARIANTS,
                    BrokenBody.VARIANTS,
                    OverHttp2.VARIANTS,
                    WithoutTls.VARIANTS,
                    MalformedToken.VARIANTS,
                    BadSignature.VARIANTS,
                    ExpiredToken.VARIANTS,
                    WrongAudience.VARIANTS,
                    InsufficientScope.VARIANTS,
                    NotAJwt.VARIANTS,
                    BrokenSegment.VARIANTS,
                    CutToken.VARIANTS,
                    NoSignature.VARIANTS,
                    TamperedPayload.VARIANTS,
                    AlgNone.VARIANTS,
                    AlgName.VARIANTS,
                    HmacPublicKey.VARIANTS,
                    OtherAlgorithm.VARIANTS,
                    AlgKeyMismatch.VARIANTS,
                    WeakHmac.VARIANTS,
                    PsychicSignature.VARIANTS,
                    WrongKey.VARIANTS,
                    KeyId.VARIANTS,
                    BroughtKey.VARIANTS,
                    CriticalHeader.VARIANTS,
                    TypeHeader.VARIANTS,
                    OtherKindOfToken.VARIANTS,
                    CapturedToken.VARIANTS,
                    IssuerClaim.VARIANTS,
                    AudienceClaim.VARIANTS,
                    ExpiryClaim.VARIANTS,
                    NotBeforeClaim.VARIANTS,
                    IssuedAtClaim.VARIANTS,
                    SubjectClaim.VARIANTS,
                    AuthenticationClaims.VARIANTS,
                    LoginStrength.VARIANTS,
                    LoginAge.VARIANTS,
                    ReusedToken.VARIANTS,
                    ScopeClaim.VARIANTS,
                    BoundToken.VARIANTS,
                    DuplicateName.VARIANTS,
                    OtherForm.VARIANTS,
                    LooseEncoding.VARIANTS,
                    HeavyToken.VARIANTS,
                    UnknownToken.VARIANTS,
                    EmptyKey.VARIANTS,
                    UnknownKey.VARIANTS,
                    KeyElsewhere.VARIANTS,
                    RepeatedKey.VARIANTS,
                    BrokenBase64.VARIANTS,
                    WrongPassword.VARIANTS,
                    ControlInUser.VARIANTS,
                    LongPassword.VARIANTS,
                    PasswordCharset.VARIANTS,
                    UserinfoInUrl.VARIANTS,
                    BruteForce.VARIANTS,
                    DigestResponse.VARIANTS,
                    DigestNonce.VARIANTS,
                    DigestParameters.VARIANTS,
                    UnknownSession.VARIANTS,
                    RepeatedSession.VARIANTS,
                    EndedSession.VARIANTS,
                    CrossSite.VARIANTS,
                    CsrfToken.VARIANTS,
                    WrongClient.VARIANTS,
                    OddTokenRequest.VARIANTS,
                    WrongCode.VARIANTS,
                    WrongRefreshToken.VARIANTS,
                    AskedAbout.VARIANTS,
                    TakenBack.VARIANTS)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, CredentialCondition> BY_NAME =
            ALL.stream().collect(Collectors.toMap(condition -> condition.info().name(), Function.identity()));

    private CredentialConditions() {}

    /**
     * The good credential of just the login that a challenge asks for.
     *
     * @param acr the class of the login, or null where the challenge names none
     * @param maxAge how long ago the user may have logged in, or null where the challenge does not say
     */
    public static CredentialCondition challengedLogin(@Nullable String acr, @Nullable Duration maxAge) {
        return new ChallengedLogin(acr, maxAge);
    }

    /**
     * The condition of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CredentialCondition named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no condition is named '" + name + "'"));
    }

    /** The condition of a name; empty for one of a suite's own. */
    public static Optional<CredentialCondition> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
