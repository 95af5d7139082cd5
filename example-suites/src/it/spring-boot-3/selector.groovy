// Two starts of Spring are too many for the plain build; CONTRIBUTING.md tells of the setting.
all == 'true'
